using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughgate.Domain;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Sentences;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals.Refer;

/// <summary>
/// A referral: search first; then who they are, where they live, the sentence and the day of referral; then everything to check, with whoever is
/// probably the same person, and what will keep them out of the return.
/// </summary>
[Needs(Permission.MendRecord)]
public sealed class ReferPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, WorkingCalendar calendar, Seen seen, Words words) : PersonPage(london, words)
{
    private readonly LookFor _known = new(visible, db);

    /// <summary>Of the page that was sent: search, enter or check.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public DateOnly? FindBorn { get; set; }

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? LastName { get; set; }

    [BindProperty]
    public DateOnly? BornOn { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Ethnicity { get; set; }

    [BindProperty]
    public string? Yot { get; set; }

    [BindProperty]
    public DateOnly? LivesFrom { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public string? MainOffence { get; set; }

    [BindProperty]
    public DateOnly? SentencedOn { get; set; }

    [BindProperty]
    public DateOnly? ArrestedOn { get; set; }

    [BindProperty]
    public string? Establishment { get; set; }

    [BindProperty]
    public DateOnly? ReferredOn { get; set; }

    /// <summary>"yes": none of those shown is the young person.</summary>
    [BindProperty]
    public string? NotThese { get; set; }

    /// <summary>What this answer shows: search, enter or check.</summary>
    public string Shows { get; private set; } = "search";

    public IReadOnlyList<Known> Found { get; private set; } = [];

    public Outcome? KeptOut { get; private set; }

    public IReadOnlyList<Choice> Places =>
        [new("", Words["Not known"].ToString()), .. Reference.Instance.Establishments.Values.OrderBy(e => e.Called, StringComparer.Ordinal).Select(e => new Choice(e.Value, e.Name))];

    public void OnGet() => Shows = "search";

    public Task<IActionResult> OnPostAsync(string? again, CancellationToken cancel) =>
        Step switch
        {
            "enter" or "check" => EnterAsync(again is not null, cancel),
            _ => SearchAsync(cancel),
        };

    private async Task<IActionResult> SearchAsync(CancellationToken cancel)
    {
        Must(!string.IsNullOrWhiteSpace(Find) || FindBorn is not null || ModelState.ErrorCount > 0, nameof(Find), Words.Key("Enter a name, a reference or a date of birth"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        Found = await _known.FindAsync(Find, FindBorn, cancel);
        seen.People(Found.Select(f => f.Id));
        var typed = (Find ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ModelState.Clear();
        (FirstName, LastName, BornOn, ReferredOn) = (typed.ElementAtOrDefault(0), typed.ElementAtOrDefault(1), FindBorn, Today);
        Shows = "enter";
        return Page();
    }

    private async Task<IActionResult> EnterAsync(bool again, CancellationToken cancel)
    {
        Shows = "enter";
        var entry = Entry();
        if (again)
        {
            ModelState.Clear();
            return Page();
        }

        if (entry is null)
        {
            return Refused();
        }

        Found = await _known.LikelyAsync(new(Names.Fold(entry.First), Names.Fold(entry.Last), entry.BornOn), cancel);
        seen.People(Found.Select(f => f.Id));
        KeptOut = AtEntry.KeptOut(entry.BornOn, entry.ArrestedOn, entry.Yot, Reference.Instance.YotsOfScheme[actor.Scheme!]);
        Shows = "check";
        if (Step != "check")
        {
            ModelState.Clear();
            return Page();
        }

        Must(Found.Count == 0 || NotThese == "yes", nameof(NotThese), Words.Key("Open the young person who is known already, or say that none of them is this one"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        var person = await new ReferYoungPerson(db, actor, time, calendar).RunAsync(entry, Today);
        return LocalRedirect($"/young-people/{person}");
    }

    private ReferralEntry? Entry()
    {
        MustBeSomebody(FirstName, LastName, BornOn, Gender, Ethnicity);
        Must(IsYot(Yot), nameof(Yot), Words.Key("Choose the YOT's area, or “Elsewhere”"));
        MustBe(LivesFrom ?? BornOn, nameof(LivesFrom), Words.Key("Enter the first day"), BornOn, Words.Key("This is before the young person was born"));
        var kind = Lists.Has("sentence", Type) ? Reference.Instance.KindOf(Type!) : (SentenceKind?)null;
        Must(kind is not null, nameof(Type), Words.Key("Choose the sentence"));
        Must(Lists.Has("offence", MainOffence), nameof(MainOffence), Words.Key("Choose the main offence"));
        MustBe(SentencedOn, nameof(SentencedOn), Words.Key("Enter the day of sentence"), BornOn, Words.Key("This is before the young person was born"));
        Must(!(ArrestedOn > SentencedOn), "ArrestedOn-day", Words.Key("The arrest cannot be after the sentence"));
        MustBe(ReferredOn, nameof(ReferredOn), Words.Key("Enter the day of referral"), BornOn, Words.Key("This is before the young person was born"));
        var place = string.IsNullOrWhiteSpace(Establishment) ? null : Establishment;
        Must(place is null || Reference.Instance.Establishments.ContainsKey(place), nameof(Establishment), Words.Key("Choose the establishment"));
        Must(place is null || kind is null or SentenceKind.Custodial or SentenceKind.Remand, nameof(Establishment), Words.Key("Only a custodial sentence or a remand is served in an establishment"));
        int? months = null;
        if (Type == "dto" && !string.IsNullOrWhiteSpace(Months) && SentencedOn is { } sentenced)
        {
            months = int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
            Must(DtoDates.LengthsOn(sentenced).Contains(months.Value), nameof(Months), sentenced < DtoDates.AnyLength
                ? Words.Key("Enter the length: 4, 6, 8, 10, 12, 18 or 24 months")
                : Words.Key("Enter the length: a whole number of months from 4 to 24"));
        }

        return ModelState.ErrorCount > 0
            ? null
            : new(FirstName!.Trim(), LastName!.Trim(), BornOn!.Value, Gender!, Ethnicity!, Yot!, LivesFrom ?? BornOn.Value, Type!, months, MainOffence!, SentencedOn!.Value, ArrestedOn, place, ReferredOn!.Value);
    }
}
