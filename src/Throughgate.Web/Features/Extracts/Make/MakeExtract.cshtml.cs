using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Extracts;
using Throughgate.Domain.Time;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Extracts.Make;

/// <summary>
/// A pseudonymous extract for evaluation: for whom and why, then what it would hold, and only then the file. Nothing of it is kept but that it was made, and who is in it stands in the log.
/// </summary>
[Needs(Permission.MakeExtract)]
[Fresh("What leaves the program is out of its hands")]
public sealed class MakeExtractPage(ReckonExtract reckon, Db db, Actor actor, Seen seen, StudySeal seal, TimeProvider time, London london, Words words) : PageModel
{
    private const int Years = 10;

    /// <summary>Key of a study that is followed up; empty for a new one.</summary>
    [BindProperty]
    public string? Study { get; set; }

    [BindProperty]
    public string? StudyName { get; set; }

    [BindProperty]
    public string? Whose { get; set; }

    /// <summary>2010-11 1</summary>
    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public string? Evaluator { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Agreement { get; set; }

    [BindProperty]
    public bool Accepted { get; set; }

    /// <summary>csv, xlsx or ods.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Of a member of one YOT there is no whole scheme to extract.</summary>
    public bool SeesWhole { get; } = actor.Viewer.WholeScheme;

    /// <summary>Studies that have their key, newest first.</summary>
    public IReadOnlyList<Study> Studies { get; private set; } = [];

    /// <summary>Quarters that are over, newest first.</summary>
    public IReadOnlyList<FinancialQuarter> Quarters { get; } =
        [.. Enumerable.Range(0, Years * 4).Aggregate(new List<FinancialQuarter>(), (all, _) => [.. all, (all.Count == 0 ? FinancialQuarter.OfDay(london.Today) : all[^1]).Previous])];

    public Question? Question { get; private set; }

    /// <summary>What it would hold; null until it was asked for.</summary>
    public Reckoned? Found { get; private set; }

    /// <summary>Extracts already made of some of the same time.</summary>
    public IReadOnlyList<ExtractMade> Before { get; private set; } = [];

    public Column[] Columns => new ExtractBook(words).Columns(Found!.Extract);

    public static string Code(FinancialQuarter quarter) => $"{quarter.Year} {quarter.Number}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Whose, First, Last) = (nameof(Domain.Extracts.Whose.Released), Code(Quarters[3]), Code(Quarters[0]));
        await ReadStudiesAsync(cancel);
    }

    /// <summary>The dry run.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!SeesWhole)
        {
            return NotFound();
        }

        Accepted = false;
        ModelState.Remove(nameof(Accepted));
        return await CheckAsync(cancel) ? Page() : Again();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        if (!SeesWhole)
        {
            return NotFound();
        }

        var whole = await CheckAsync(cancel);
        ModelState.Must(Accepted, nameof(Accepted), Words.Key("Say that the conditions are agreed with whoever receives it"));
        ModelState.Must(TakeAway.Kinds.Any(k => k.Code == Kind), nameof(Kind), Words.Key("Choose a kind of file"));
        if (!whole || ModelState.ErrorCount > 0 || Found!.Extract.Rows.Count == 0)
        {
            return Again();
        }

        var followed = await FollowedAsync(cancel);
        var (extract, now) = (Found.Extract, time.GetUtcNow());
        var key = followed is null ? Pseudonym.NewKey() : seal.Open(followed.Id, followed.Sealed!);
        var study = followed ?? NewStudy(extract, key, now);
        var book = new ExtractBook(words).Of(extract, Question!, study, key, Organisation!.Trim(), Agreement!.Trim());
        var made = new ExtractMade
        {
            StudyId = study.Id,
            Scheme = study.Scheme,
            At = now,
            ById = actor.Id!.Value,
            ByName = actor.Name,
            Evaluator = Evaluator!.Trim(),
            Organisation = Organisation.Trim(),
            Purpose = Purpose!.Trim(),
            Agreement = Agreement.Trim(),
            File = $"{book.FileName}.{Kind}",
            Rows = extract.Rows.Count,
            LeftOut = extract.LeftOut,
        };
        db.Add(made);
        await db.SaveAsync(actor, time, new ExtractTaken(made.Id, study.Id, study.Scheme, study.Name, made.Evaluator, made.Organisation, made.Purpose, made.Agreement, made.Rows));
        seen.People(extract.Rows.Select(r => r.Person));
        seen.Note("extract", made.Id.ToString());
        seen.Note("recipient", made.Organisation);
        return this.Take(book, Kind, seen, words, named: false);
    }

    private Study NewStudy(Extract extract, byte[] key, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var study = new Study
        {
            Id = id,
            Scheme = Question!.Scheme,
            Name = StudyName!.Trim(),
            Whose = Question.Whose.ToString(),
            FromOn = Question.Period.From,
            ToOn = Question.Period.To!.Value,
            Levels = string.Join(',', extract.Levels),
            Sealed = seal.Close(id, key),
            MadeAt = now,
            MadeByName = actor.Name,
        };
        db.Add(study);
        return study;
    }

    /// <summary>Whether what was typed is whole; the extract is then reckoned.</summary>
    private async Task<bool> CheckAsync(CancellationToken cancel)
    {
        await ReadStudiesAsync(cancel);
        var followed = await FollowedAsync(cancel);
        ModelState.Must(string.IsNullOrEmpty(Study) || followed is not null, nameof(Study), Words.Key("Choose from the list"));
        if (string.IsNullOrEmpty(Study))
        {
            Text(StudyName, nameof(StudyName), 100, Words.Key("Give the study a name, in at most 100 characters"));
            ModelState.Must(Enum.TryParse<Whose>(Whose, out var whose) && Enum.IsDefined(whose), nameof(Whose), Words.Key("Say whose records it is about"));
            var (first, last) = (Quarters.FirstOrDefault(q => Code(q) == First), Quarters.FirstOrDefault(q => Code(q) == Last));
            ModelState.Must(first != default && last != default && first.From <= last.From, nameof(First), Words.Key("Choose a first and a last quarter, the first not after the last"));
            Question = ModelState.ErrorCount > 0 ? null : new(actor.Scheme!, whose, new(first.From, last.To));
        }

        Text(Evaluator, nameof(Evaluator), 200, Words.Key("Say who is to receive it, in at most 200 characters"));
        Text(Organisation, nameof(Organisation), 200, Words.Key("Say from which organisation, in at most 200 characters"));
        Text(Purpose, nameof(Purpose), 1000, Words.Key("Say what it is for, in at most 1,000 characters"));
        Text(Agreement, nameof(Agreement), 200, Words.Key("Give the agreement under which it is handed over, in at most 200 characters"));
        if (ModelState.ErrorCount > 0)
        {
            return false;
        }

        Question ??= new(actor.Scheme!, Enum.Parse<Whose>(followed!.Whose), new(followed.FromOn, followed.ToOn));
        Found = await reckon.RunAsync(Question, followed is null ? null : [.. followed.Levels.Split(',').Select(l => int.Parse(l, System.Globalization.CultureInfo.InvariantCulture))], cancel);
        var (scheme, from, to) = (Question.Scheme, Question.Period.From, Question.Period.To!.Value);
        Before = await db.Set<ExtractMade>().AsNoTracking().Where(e => e.Scheme == scheme && db.Set<Study>().Any(s => s.Id == e.StudyId && s.FromOn <= to && s.ToOn >= from)).OrderByDescending(e => e.At).ToListAsync(cancel);
        return true;
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Text(string? typed, string field, int most, string problem) => ModelState.Must(!string.IsNullOrWhiteSpace(typed) && typed.Length <= most, field, problem);

    private async Task<Study?> FollowedAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        return Guid.TryParse(Study, out var id) ? await db.Set<Study>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Scheme == scheme && s.Sealed != null, cancel) : null;
    }

    private async Task ReadStudiesAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        Studies = await db.Set<Study>().AsNoTracking().Where(s => s.Scheme == scheme && s.Sealed != null).OrderByDescending(s => s.MadeAt).ToListAsync(cancel);
    }
}
