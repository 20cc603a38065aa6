using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Enter;

/// <summary>
/// A new sentence or remand, in two steps on one page: what the court gave; then its dates, worked out where the law fixes them and open to the
/// establishment's own.
/// </summary>
[Needs(Permission.MendRecord)]
public sealed class EnterSentencePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, WorkingCalendar calendar, Words words)
    : SentencePage(visible, london, words)
{
    public const string DetentionAndTraining = "dto";

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    /// <summary>Days on remand or tagged bail to be taken off.</summary>
    [BindProperty]
    public string? Credit { get; set; }

    [BindProperty]
    public string? MainOffence { get; set; }

    [BindProperty]
    public DateOnly? OffenceOn { get; set; }

    [BindProperty]
    public DateOnly? ArrestedOn { get; set; }

    [BindProperty]
    public DateOnly? SentencedOn { get; set; }

    [BindProperty]
    public string? Establishment { get; set; }

    /// <summary>"yes" or "no": whether the open programme goes on with this sentence; not asked where there is none.</summary>
    [BindProperty]
    public string? GoesOn { get; set; }

    [BindProperty]
    public DateOnly? ExpectedOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    /// <summary>"dates" once the second step has been shown.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public bool AsksDates { get; private set; }

    /// <summary>The sentence that an open programme of this scheme stands on now; null where none is open.</summary>
    public Guid? OpenOn { get; private set; }

    public DtoDates? Worked { get; private set; }

    /// <summary>The half-way day, or the working day before it.</summary>
    public DateOnly? HalfWayRelease { get; private set; }

    public SentenceKind? Kind => Lists.Has("sentence", Type) ? Reference.Instance.KindOf(Type!) : null;

    /// <summary>What will keep the young person out of the return (ELG-4); null where nothing does.</summary>
    public Outcome? KeptOut { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? again, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var entry = Entry();
        if (entry is null || again is not null)
        {
            return again is null ? Refused() : Page();
        }

        Worked = entry.Months is { } months ? DtoDates.Of(entry.SentencedOn, months, Number(Credit) ?? 0) : null;
        HalfWayRelease = Worked?.HalfWayRelease(entry.SentencedOn, calendar);
        KeptOut = await KeptOutAsync(id, entry, cancel);
        AsksDates = true;
        if (Step != "dates")
        {
            ModelState.Clear();
            (ExpectedOn, EndsOn) = (HalfWayRelease, Worked?.LastDay);
            return Page();
        }

        var own = (ExpectedOn is not null && ExpectedOn != HalfWayRelease) || (Worked is not null && EndsOn is not null && EndsOn != Worked.LastDay);
        Must(!(ExpectedOn < entry.SentencedOn), "ExpectedOn-day", Words.Key("This is before the sentence"));
        Must(!(EndsOn < entry.SentencedOn), "EndsOn-day", Words.Key("This is before the sentence"));
        Must(!(EndsOn < ExpectedOn), "EndsOn-day", Words.Key("The order or licence cannot end before the release"));
        Must(ExpectedOn is null || Kind == SentenceKind.Custodial, "ExpectedOn-day", Words.Key("Only a custodial sentence has a release"));
        Must(!own || Text(SaidBy) is not null, nameof(SaidBy), Words.Key("Say who gave this date"));
        MustBeShort(SaidBy, nameof(SaidBy), isName: true);
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        await new EnterSentence(db, actor, time).RunAsync(id, entry, Said(ExpectedOn, HalfWayRelease), Said(EndsOn, Worked?.LastDay), Today);
        return LocalRedirect(Back);
    }

    private (DateOnly? On, string? SaidBy) Said(DateOnly? on, DateOnly? worked) => (on, on is not null && on == worked ? SentenceDate.WorkedOut : Text(SaidBy));

    private SentenceEntry? Entry()
    {
        Must(Kind is not null, nameof(Type), Words.Key("Choose the sentence"));
        Must(Lists.Has("offence", MainOffence), nameof(MainOffence), Words.Key("Choose the main offence"));
        MustBe(SentencedOn, nameof(SentencedOn), Words.Key("Enter the day of sentence"), Person.DateOfBirth, Words.Key("This is before the young person was born"));
        Must(!(OffenceOn > SentencedOn), "OffenceOn-day", Words.Key("The offence cannot be after the sentence"));
        Must(!(ArrestedOn > SentencedOn), "ArrestedOn-day", Words.Key("The arrest cannot be after the sentence"));
        var place = Text(Establishment);
        Must(place is null || Reference.Instance.Establishments.ContainsKey(place), nameof(Establishment), Words.Key("Choose the establishment"));
        Must(place is null || Kind is null or SentenceKind.Custodial or SentenceKind.Remand, nameof(Establishment), Words.Key("Only a custodial sentence or a remand is served in an establishment"));
        var months = Type == DetentionAndTraining ? Length() : null;
        var goesOn = OpenOn is not null && Kind == SentenceKind.Custodial;
        Must(!goesOn || GoesOn is "yes" or "no", nameof(GoesOn), Words.Key("Say whether the programme of support goes on with this sentence"));
        return ModelState.ErrorCount > 0 ? null : new(Type!, MainOffence!, OffenceOn, ArrestedOn, SentencedOn!.Value, place, months, goesOn && GoesOn == "yes" ? OpenOn : null);
    }

    private int? Length()
    {
        if (SentencedOn is not { } sentenced)
        {
            return null;
        }

        var months = Number(Months);
        var lengths = DtoDates.LengthsOn(sentenced);
        Must(months is { } given && lengths.Contains(given), nameof(Months), sentenced < DtoDates.AnyLength
            ? Words.Key("Enter the length: 4, 6, 8, 10, 12, 18 or 24 months")
            : Words.Key("Enter the length: a whole number of months from 4 to 24"));
        Must(string.IsNullOrWhiteSpace(Credit) || Number(Credit) is <= 730, nameof(Credit), Words.Key("Enter the days as a whole number"));
        Must(!(Number(Credit) > 0) || DtoDates.TakesOffRemand(sentenced), nameof(Credit), Words.Key("Days on remand are taken off only an order given on or after 28 June 2022. Leave this empty"));
        return months;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task<Outcome?> KeptOutAsync(Guid id, SentenceEntry entry, CancellationToken cancel)
    {
        var residences = await Visible.OfPerson<ResidenceRow>(id).AsNoTracking().OrderBy(r => r.FromOn).ToListAsync(cancel);
        return AtEntry.KeptOut(
            Person.DateOfBirth,
            entry.ArrestedOn ?? entry.OffenceOn,
            residences.Find(r => r.FromOn <= Today && !(r.ToOn < Today))?.Yot,
            Reference.Instance.YotsOfScheme[actor.Scheme!]
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindPersonAsync(id, cancel))
        {
            return false;
        }

        if (await Visible.CaseAsync(id, null, cancel) is { Case.ClosedOn: null } open)
        {
            var sentences = await Visible.OfPerson<Sentence>(id).AsNoTracking().ToListAsync(cancel);
            var last = open.Sentence.Id;
            while (sentences.Find(s => s.FollowsId == last) is { } next)
            {
                last = next.Id;
            }

            OpenOn = last;
        }

        return true;
    }
}
