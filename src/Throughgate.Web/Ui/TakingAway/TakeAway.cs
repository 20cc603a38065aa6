using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>"Take this table away": the links of a page to its handler <c>Table</c>, in one place of it (<c>/Ui/TakingAway/_TakeAway.cshtml</c>).</summary>
/// <param name="Address">Of the page as it is now, whatever it is narrowed to.</param>
/// <param name="Of">Which table, where a page has several; null where it has one.</param>
public sealed record TakeAway(string Address, string? Of = null)
{
    /// <summary>The kinds of file, each with what it is called.</summary>
    public static IReadOnlyList<(string Code, string Called)> Kinds { get; } = [("csv", Words.Key("CSV")), ("xlsx", Words.Key("Excel (XLSX)")), ("ods", Words.Key("OpenDocument (ODS)"))];

    public static TakeAway This(HttpRequest request) =>
        new(request.Path + QueryString.Create(request.Query.Where(q => q.Key is not ("handler" or "file" or "page"))));

    /// <summary>One of several tables of the page.</summary>
    /// <param name="name">What the address says besides; null for nothing.</param>
    public TakeAway With(string? name, string? value, string of) =>
        new(name is null ? Address : $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}", of);

    public string Link(string kind) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=Table&file={kind}";
}

public static class TakingAwayAnswer
{
    /// <summary>More young people than this leave by the page that asks why and for whom.</summary>
    public const int Most = 2000;

    /// <summary>
    /// The book as the file that was asked for, and the log told that it left; no such page for a kind that there is not. Where young people are named in it, it says who
    /// took it and when; where they are more than a handful, why and for whom is asked first.
    /// </summary>
    /// <param name="kind">csv, xlsx or ods.</param>
    /// <param name="named">Whether the people told to the log are named in it.</param>
    public static IActionResult Take(this PageModel page, Book book, string? kind, Seen seen, Words words, bool named = true)
    {
        if (!TakeAway.Kinds.Any(k => k.Code == kind))
        {
            return page.NotFound();
        }

        if (named && seen.Shown.Count > Most)
        {
            seen.Withheld();
            return page.LocalRedirect("/export");
        }

        if (named && seen.Shown.Count > 0)
        {
            var (services, address) = (page.HttpContext.RequestServices, page.Request.GetEncodedPathAndQuery());
            var actor = services.GetRequiredService<Actor>();
            var said = services.GetRequiredService<TakenFor>().Take(page.HttpContext, actor.Id, address);
            if (said is null && seen.Shown.Count > TakenFor.Handful)
            {
                seen.Withheld();
                return page.LocalRedirect($"{TakenFor.Page}?table={Uri.EscapeDataString(address)}");
            }

            book = Marked(book, actor, said, London.Civil(services.GetRequiredService<TimeProvider>().GetUtcNow()), words);
            if (said is not null)
            {
                seen.Note("why", said.Why);
                seen.Note("recipient", said.Recipient);
            }
        }

        var (bytes, type) = kind switch
        {
            "csv" => (CsvBook.Bytes(book), "text/csv; charset=utf-8"),
            "xlsx" => (XlsxBook.Bytes(book, words), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => (OdsBook.Bytes(book, words), "application/vnd.oasis.opendocument.spreadsheet"),
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"{book.FileName}.{kind}");
        seen.Exported(name);
        return page.File(bytes, type, name);
    }

    /// <summary>
    /// With who took it and when in its name, which a CSV carries as well without a line that programs would read as a person, and why and for whom in the definitions.
    /// </summary>
    private static Book Marked(Book book, Actor actor, SaidWhy? said, DateTime now, Words words)
    {
        var at = now.ToString("d MMMM yyyy, HH:mm", words.Culture);
        string taken = said is null ? words["Taken by {0} on {1}.", actor.Name, at] : words["Taken by {0} on {1} for {2}: {3}", actor.Name, at, said.Recipient, said.Why];
        return book with
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"{book.FileName}-taken-{now:yyyy-MM-dd-HHmm}-by-{Plain(actor.Name)}"),
            Notes = [.. book.Notes, taken, words["Young people are named in it: keep it as you keep their records, and destroy it when it has served."]],
        };
    }

    /// <summary>A name as every file system takes it: letters without their accents, in lower case, hyphens between.</summary>
    private static string Plain(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } plain ? plain[..Math.Min(60, plain.Length)] : "somebody";
    }
}
