using Throughgate.Domain.Assessments;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Build.Lives;

/// <summary>Something recorded under a case.</summary>
public interface ICaseRow
{
    internal Row RowFor(Guid caseId);
}

/// <summary>Accepted in the community, where the test does not say.</summary>
public sealed class OfferBuilder(DateOnly on) : ICaseRow
{
    private string _setting = "community";
    private string _answer = "accepted";

    public OfferBuilder InCustody()
    {
        _setting = "custody";
        return this;
    }

    public OfferBuilder Refused()
    {
        _answer = "refused";
        return this;
    }

    public OfferBuilder Undecided()
    {
        _answer = "undecided";
        return this;
    }

    Row ICaseRow.RowFor(Guid caseId) => new OfferRow { CaseId = caseId, OfferedOn = on, Setting = _setting, Answer = _answer };
}

/// <summary>An appointment of an hour, attended, counted as resettlement support, where the test does not say.</summary>
public sealed class ContactBuilder(DateTime at) : ICaseRow
{
    private readonly ContactRow _row =
        new() { Reference = Life.Reference("K"), HeldAt = at, Minutes = 60, Kind = "appointment", CountsAs = "irs", Outcome = "attended" };

    public ContactBuilder Of(string kind, string countsAs = "irs") => Set(c => (c.Kind, c.CountsAs) = (kind, countsAs));

    public ContactBuilder Ended(string outcome) => Set(c => c.Outcome = outcome);

    public ContactBuilder Lasting(int? minutes) => Set(c => c.Minutes = minutes);

    public ContactBuilder Set(Action<ContactRow> change)
    {
        change(_row);
        return this;
    }

    Row ICaseRow.RowFor(Guid caseId)
    {
        _row.CaseId = caseId;
        return _row;
    }
}

/// <summary>Every section at 2, where the test does not say.</summary>
public sealed class AssessmentBuilder : ICaseRow
{
    private readonly AssessmentRow _row;

    public AssessmentBuilder(DateOnly on, string purpose)
    {
        _row = new() { CompletedOn = on, Purpose = purpose };
        Scoring([.. Assessment.Sections.Select(_ => (int?)2)]);
    }

    /// <summary>The twelve scores in Asset's order; null is not scored.</summary>
    public AssessmentBuilder Scoring(params int?[] scores)
    {
        var sections = typeof(AssessmentRow).GetProperties().Where(p => p.PropertyType == typeof(int?)).ToList();
        scores.Length.ShouldBe(sections.Count);
        for (var i = 0; i < scores.Length; i++)
        {
            sections[i].SetValue(_row, scores[i]);
        }

        return this;
    }

    Row ICaseRow.RowFor(Guid caseId)
    {
        _row.CaseId = caseId;
        return _row;
    }
}

public sealed class EteBuilder(DateOnly monday, decimal hours, string? provision) : ICaseRow
{
    private string? _unable;

    /// <param name="reason">Code of the list <c>unable</c>.</param>
    public EteBuilder Unable(string reason)
    {
        _unable = reason;
        return this;
    }

    Row ICaseRow.RowFor(Guid caseId) =>
        new EteWeek { CaseId = caseId, WeekOn = monday, Hours = hours, Provision = provision, UnableReason = _unable };
}

/// <summary>Suitable, and neither confirmed nor told, where the test does not say.</summary>
public sealed class AddressBuilder(DateOnly from, string type) : ICaseRow
{
    private readonly AccommodationRow _row = new() { FromOn = from, Type = type, Suitable = true };

    public AddressBuilder Until(string to) => Set(a => a.ToOn = Life.Day(to));

    public AddressBuilder ConfirmedOn(string on) => Set(a => a.ConfirmedOn = Life.Day(on));

    public AddressBuilder ToldOn(string on) => Set(a => a.ToldOn = Life.Day(on));

    public AddressBuilder Unsuitable() => Set(a => a.Suitable = false);

    public AddressBuilder Set(Action<AccommodationRow> change)
    {
        change(_row);
        return this;
    }

    Row ICaseRow.RowFor(Guid caseId)
    {
        _row.CaseId = caseId;
        return _row;
    }
}

public sealed class ReviewBuilder(DateOnly on, string kind) : ICaseRow
{
    Row ICaseRow.RowFor(Guid caseId) => new ReviewRow { CaseId = caseId, HeldOn = on, Kind = kind };
}
