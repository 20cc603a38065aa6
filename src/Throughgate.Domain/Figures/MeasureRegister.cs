using Throughgate.Domain.Figures.Caseload;
using Throughgate.Domain.Figures.Change;
using Throughgate.Domain.Figures.Gate;
using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Figures.Lasting;
using Throughgate.Domain.Figures.Learning;
using Throughgate.Domain.Figures.Planning;
using Throughgate.Domain.Figures.TakeUp;
using Throughgate.Domain.Figures.ThenAndNow;

namespace Throughgate.Domain.Figures;

/// <summary>Every measure, in the order of the page. A measure added here needs nothing else to stand on every page, in every file and in docs/figures.md.</summary>
public static class MeasureRegister
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        OfferedByRelease.Measure,
        StartedByRelease.Measure,
        OffersAnswered.Measure,
        AcceptedAt.Measure,
        FromReleaseToCompleted.Measure,
        AddressInTime.Days14,
        AddressInTime.Days28,
        AddressInTime.Days42,
        ToldInTime.Measure,
        SuitableOnRelease.Measure,
        MetAtTheGate.Measure,
        InEteAfterRelease.AtRelease,
        InEteAfterRelease.OneMonth,
        InEteAfterRelease.ThreeMonths,
        InEteAfterRelease.SixMonths,
        HoursReceived.Measure,
        ContactsKept.Measure,
        BackInTouch.Measure,
        LengthOfSupport.Measure,
        ClosedBecause.Measure,
        .. AssetOfSection.Measures,
        InTime.All,
        .. InTime.EachRule,
        OpenCases.Measure,
        UseOfCustody.England,
        EthnicComposition.Measure,
        EteAtTheEnd.England,
        HomeAtTheEnd.England,
        UseOfCustody.Wales,
        EteAtTheEnd.Wales,
        HomeAtTheEnd.Wales,
        SubstanceMisuse.Measure,
        HomeAtTheEnd.Kpi1,
        HomeByType.Measure,
        Kpi2.Measure,
        BeforeRelease.Suitable,
        BeforeRelease.Address,
        BeforeRelease.Ete,
        FirstTimeEntrants.Measure,
        Reoffending.Measure,
        UseOfCustody.National,
    ];

    /// <summary>Null where there is none.</summary>
    public static Measure? Find(string code) => All.FirstOrDefault(m => m.Code == code);

    /// <summary>The five questions of the page, each with the measure that answers it first.</summary>
    public static IReadOnlyList<(string Question, Measure Measure)> Questions { get; } =
    [
        ("Do they have an address in time?", AddressInTime.Days14),
        ("Are young people offered support?", OfferedByRelease.Measure),
        ("Is somebody at the gate?", MetAtTheGate.Measure),
        ("Are they in education or work?", InEteAfterRelease.OneMonth),
        ("Does it last?", InEteAfterRelease.SixMonths),
    ];
}
