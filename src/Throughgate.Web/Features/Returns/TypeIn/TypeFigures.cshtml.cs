using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.Features.Returns.Reckon;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.TypeIn;

/// <summary>Figures typed elsewhere beside the counted ones, cell by cell, with the people behind each difference (RET-4); and the forms to type or paste them.</summary>
[Needs(Permission.HandInReturn)]
public sealed class TypeFiguresPage(Actor actor, Db db, ReckonReturn reckon, ReturnBook book, Visible visible, Seen seen, TimeProvider time) : PageModel
{
    public const string Paste = "paste";

    /// <summary>The table whose figures are typed; empty for the page with the differences.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Table { get; set; }

    /// <summary>What was typed, cell by cell in the table's order.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Cell { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The figures that the page showed: key of what was typed last.</summary>
    [BindProperty]
    public Guid? Shown { get; set; }

    public ReturnAddress Address { get; private set; } = null!;

    public QuarterlyReturn Figures { get; private set; } = null!;

    public TypedReturn? Last { get; private set; }

    public IReadOnlyDictionary<(string Table, string Row, string Column), int> Typed { get; private set; } = new Dictionary<(string, string, string), int>();

    public IReadOnlyList<Beside> Differs { get; private set; } = [];

    public int Equal { get; private set; }

    public IReadOnlyList<TypedProblem> Problems { get; private set; } = [];

    public IReadOnlyDictionary<Guid, NamedPerson> Names { get; private set; } = new Dictionary<Guid, NamedPerson>();

    /// <summary>The table that is typed; null on the page with the differences.</summary>
    public ReturnTable? Form => Figures.AllTables.FirstOrDefault(t => t.Code == Table);

    public async Task<IActionResult> OnGetAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, cancel))
        {
            return NotFound();
        }

        Shown = Last?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (!await FindAsync(scheme, year, quarter, cancel))
        {
            return NotFound();
        }

        if (Shown != Last?.Id)
        {
            return Again(StatusCodes.Status409Conflict, "", Words.Key("Somebody changed this while you were here. Look at it again, then decide."));
        }

        var typed = Table == Paste ? Pasted() : Cells();
        if (typed is null)
        {
            return Page();
        }

        var row = new TypedReturn { Scheme = scheme, StartYear = Address.Quarter.StartYear, Quarter = Address.Quarter.Number, Figures = TypedText.Write(typed), At = time.GetUtcNow(), ById = actor.Id!.Value, ByName = actor.Name };
        db.Add(row);
        await db.SaveAsync(actor, time, new ReturnFiguresTyped(row.Id, Address.Quarter.Year, Address.Quarter.Number, typed.Count));
        return LocalRedirect(Address.Typed);
    }

    private Dictionary<(string, string, string), int>? Pasted()
    {
        var (figures, problems) = TypedText.Read(Text, Figures);
        Problems = problems;
        if (problems.Count > 0 || figures.Count == 0)
        {
            Again(StatusCodes.Status400BadRequest, nameof(Text), problems.Count == 0 ? Words.Key("Paste at least one line: table, row, column, value") : Words.Key("Some lines are no figures of the form: see below"));
            return null;
        }

        return figures;
    }

    /// <summary>The figures of one table take the place of what was typed for it before; an empty field is a figure that nobody typed.</summary>
    private Dictionary<(string, string, string), int>? Cells()
    {
        var cells = Form!.Rows.SelectMany(r => r.Figures).ToList();
        if (Cell.Count != cells.Count)
        {
            Again(StatusCodes.Status400BadRequest, "", Words.Key("The form came back incomplete. Type the figures again."));
            return null;
        }

        var typed = Typed.Where(t => t.Key.Table != Table).ToDictionary();
        for (var i = 0; i < cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Cell[i]))
            {
                continue;
            }

            if (TypedText.Number(Cell[i]) is not { } value)
            {
                Again(StatusCodes.Status400BadRequest, $"cell-{i}", Words.Key("Enter a whole number from 0 to 99,999, or leave it empty"));
                return null;
            }

            typed[(cells[i].Table, cells[i].Row, cells[i].Column)] = value;
        }

        return typed;
    }

    private PageResult Again(int status, string field, string problem)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, problem);
        Shown = Last?.Id;
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> FindAsync(string scheme, string year, string quarter, CancellationToken cancel)
    {
        if (scheme != actor.Scheme || ReturnAddress.Read(scheme, year, quarter) is not { } address)
        {
            return false;
        }

        Address = address;
        Figures = await reckon.RunAsync(Questions.Of(scheme, address.Quarter, Reading.InPeriod), cancel);
        if (!string.IsNullOrEmpty(Table) && Table != Paste && Form is null)
        {
            return false;
        }

        Last = await book.TypedAsync(scheme, address.Quarter, cancel);
        Typed = TypedText.Read(Last?.Figures, Figures).Figures;
        var beside = Domain.Returns.Handing.Typed.Compare(Figures, Typed);
        (Differs, Equal) = ([.. beside.Where(b => b.Differs)], beside.Count(b => b.Typed is not null && !b.Differs));
        Names = await visible.NamesOfAsync(seen, [.. Differs.SelectMany(b => b.Counted.Members).Select(m => m.PersonId).Distinct()], cancel);
        return true;
    }
}
