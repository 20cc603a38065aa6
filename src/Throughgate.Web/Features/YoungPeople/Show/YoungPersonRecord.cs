using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Rules.Statutory;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Features.Plans;
using Throughgate.Web.History;
using Unopened = Throughgate.Domain.Rules.Eligibility.NotOnTheBooks;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>What the page of one young person shows, all of it as known on <see cref="On"/>.</summary>
public sealed record YoungPersonRecord
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string FirstName { get; init; }
    public required string Name { get; init; }
    public required bool? LookedAfter { get; init; }
    public required bool? Send { get; init; }
    public required bool? IsParent { get; init; }
    public required string? FirstLanguage { get; init; }

    /// <summary>Only colleagues who are named may see the record.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Where they are must not be disclosed: the page does not say it either.</summary>
    public bool NotDisclosed { get; init; }

    /// <summary>The day looked at.</summary>
    public required DateOnly On { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The reader's scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Without what came after <see cref="On"/>.</summary>
    public required PersonFacts Facts { get; init; }

    /// <summary>Of every programme in view with the reader's scheme, in the order of every list of duties.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>What rules beyond the bundle would have asked before the scheme began to record here.</summary>
    public required IReadOnlyList<Duty> NotRecordedThen { get; init; }

    public required RecordRest Rest { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public int Age => Domain.Time.Age.On(Facts.DateOfBirth, On);

    private IReadOnlyList<CaseFacts>? _programmes;

    /// <summary>Programmes with the reader's scheme: in view first, then the newest.</summary>
    public IReadOnlyList<CaseFacts> Programmes => _programmes ??=
        [.. Facts.Cases.Where(c => c.Scheme == Scheme).OrderByDescending(c => c.InViewOn(On)).ThenByDescending(c => c.ReferredOn).ThenBy(c => c.Reference, StringComparer.Ordinal)];

    /// <summary>Programmes with other schemes: that they are, and nothing that was recorded there.</summary>
    public IReadOnlyList<CaseFacts> Elsewhere => [.. Facts.Cases.Where(c => c.Scheme != Scheme).OrderByDescending(c => c.ReferredOn)];

    /// <summary>The sentence that holds the young person on the day; the newest where several do.</summary>
    public SentenceFacts? HeldUnder => Facts.Sentences.LastOrDefault(s => s.HoldsOn(On));

    /// <summary>Expected day of release of somebody held, as known on the day.</summary>
    public DateOnly? Leaves => HeldUnder?.LeavesAsKnownOn(On);

    /// <summary>Where the young person is held under the sentence, as people say it; null where it is not known.</summary>
    public string? PlaceOf(SentenceFacts sentence) =>
        Rest.Placements.LastOrDefault(p => p.SentenceId == sentence.Id)?.Establishment is { } code ? Data.Reference.Instance.Called(code) : null;

    /// <summary>Names of those in that part of the case on the day.</summary>
    public IReadOnlyList<string> WorkersOf(CaseFacts facts, string role) =>
        [.. Rest.Allocations.Where(a => a.CaseId == facts.Id && a.Role == role && a.Days.Contains(On)).Select(a => a.Worker).Distinct(StringComparer.Ordinal)];

    /// <summary>Days on which resettlement support covered a gap in case management (ISS-3), newest first.</summary>
    public IReadOnlyList<DateOnly> GapsOf(CaseFacts facts) =>
        GapCovered.Days(
            facts.Contacts,
            [.. Rest.Allocations.Where(a => a.CaseId == facts.Id && a.Role == AllocationRoles.CaseManager).Select(a => a.Days)],
            Rest.Arrangements,
            facts.CustodyOn(On).Ends.KnownOn(On),
            On,
            Rest.Figures
        );

    /// <summary>Names of everybody allocated on the day.</summary>
    public IEnumerable<string> AllocatedTo(CaseFacts facts) => Rest.Allocations.Where(a => a.CaseId == facts.Id && a.Days.Contains(On)).Select(a => a.Worker);

    /// <summary>Who the lead professional is (PLN-1); null where nobody is named, or an import brought the day alone.</summary>
    public string? LeadProfessionalOf(CaseFacts facts) =>
        Rest.Leads.Where(l => l.CaseId == facts.Id).Select(l => HistoryEvent.Read(HistoryEvent.KindOf(typeof(LeadProfessionalChosen)), l.Data)).OfType<LeadProfessionalChosen>().LastOrDefault() is { } named
        && named.On == facts.LeadProfessionalOn
            ? named.Name
            : null;

    /// <summary>Custodial sentences that nobody of the reader's scheme opened a case for (ELG-5).</summary>
    public IReadOnlyList<Unopened> WithoutACase =>
        Data.Reference.Instance.YotsOfScheme.TryGetValue(Scheme, out var yots)
            ? [.. Unopened.Of(Facts, Scheme, yots, On, Calendar, Rest.Figures)]
            : [];

    /// <summary>Conditions in force on the day, in sight of whoever works with the young person (REL-16).</summary>
    public IEnumerable<Condition> Conditions => Rest.Conditions.Where(c => c.Days.Contains(On));

    /// <summary>The last day of support (OPN-6); null while the order's end is not known.</summary>
    public DateOnly? LastDayOf(CaseFacts facts) => LastDayOfSupport.Of(facts, On, Rest.Figures);
}
