namespace Throughgate.Domain;

// The codes that rules branch on. Every other code is data (data/codes.csv); a law test checks that each constant here stands in that file.

/// <summary>Kind of a sentence, from the kind column of the list <c>sentence</c>.</summary>
public enum SentenceKind
{
    Custodial,
    Community,
    Remand,
    Other,
}

public static class SentenceTypes
{
    public const string Dto = "dto";
    public const string RemandCustody = "remand_custody";
    public const string PreCourt = "pre_court";
}

public static class Genders
{
    public const string Female = "female";
    public const string Male = "male";
    public const string NotKnown = "not_known";
}

public static class Ethnicities
{
    public const string NotStated = "NS";
}

public static class OfferAnswers
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Undecided = "undecided";
}

public static class OfferSettings
{
    public const string Custody = "custody";
    public const string Community = "community";
}

/// <summary>What a young person answers to a plan.</summary>
public static class PlanAnswers
{
    public const string Agrees = "agrees";
}

/// <summary>Who does an action of a plan.</summary>
public static class PlanActors
{
    public const string YoungPerson = "young_person";
}

/// <summary>Whether parents or carers have to agree to an action, and did.</summary>
public static class ParentsAnswers
{
    public const string NotNeeded = "not_needed";
    public const string Needed = "needed";
}

public static class PlanResources
{
    public const string Gap = "gap";
}

public static class SupportLevels
{
    public const string Standard = "standard";
    public const string Enhanced = "enhanced";
    public const string Intensive = "intensive";
}

public static class SubstanceNeeds
{
    public const string Need = "need";
    public const string Assessed = "assessed";
    public const string Receives = "receives";
}

public static class ContactKinds
{
    public const string CustodyVisit = "custody_visit";
    public const string ReleaseDayMeeting = "release_day_meeting";
    public const string Activity = "activity";
    public const string DropIn = "drop_in";
    public const string Mentoring = "mentoring";
    public const string Family = "family";
    public const string ReEngagement = "re_engagement";
    public const string SocialWorker = "social_worker";
}

public static class CountsAs
{
    public const string Irs = "irs";
    public const string Statutory = "statutory";
    public const string Iss = "iss";
}

public static class ContactOutcomes
{
    public const string Attended = "attended";
    public const string Missed = "missed";
    public const string Planned = "planned";
    public const string Cancelled = "cancelled_by_service";
}

public static class AssessmentPurposes
{
    public const string Start = "start";
    public const string Review = "review";
    public const string OrderEnd = "order_end";
    public const string ProgrammeEnd = "programme_end";
}

public static class ReviewKinds
{
    public const string InitialPlanning = "initial_planning";
    public const string Transfer = "transfer";
    public const string PreRelease = "pre_release";
    public const string Release = "release";
    public const string OrderEnd = "order_end";
    public const string Position = "position";
}

public static class ClosingReasons
{
    public const string Died = "died";
    public const string MovedAway = "moved_away";
    public const string RecordedInError = "recorded_in_error";
}

public static class AccommodationTypes
{
    public const string Homeless = "homeless";
    public const string TemporaryForAssessment = "temporary_for_assessment";
    public const string BedAndBreakfast = "bed_and_breakfast";
}

public static class AllocationRoles
{
    public const string LeadWorker = "lead_worker";
    public const string CaseManager = "case_manager";
    public const string Mentor = "mentor";
}

public static class Yots
{
    /// <summary>A usual residence outside every YOT of the list.</summary>
    public const string Elsewhere = "elsewhere";
}
