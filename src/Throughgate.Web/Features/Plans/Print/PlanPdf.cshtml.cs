using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Printing;

namespace Throughgate.Web.Features.Plans.Print;

/// <summary>The plan on a page as a PDF, made for this answer and kept nowhere; the page to print where no Chromium is installed.</summary>
[Needs(Permission.SeePerson)]
public sealed class PlanPdfPage(ReadPlans read, PdfPrint pdf, Seen seen, Words words, HtmlEncoder encoder, IWebHostEnvironment site) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await read.RunAsync(id, Programme, cancel) is not { } plans)
        {
            return NotFound();
        }

        var page = plans.Of.To("plan/page");
        if ((plans.Agreed ?? plans.Newest) is not { } plan)
        {
            return LocalRedirect(page);
        }

        var made = await pdf.PrintAsync(await DocumentAsync(plan, plans.Of.Name, cancel), cancel);
        if (made is null)
        {
            return LocalRedirect(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "without-pdf=true");
        }

        seen.Exported("plan pdf");
        return File(made, "application/pdf", "plan.pdf");
    }

    private async Task<string> DocumentAsync(Domain.Plans.Plan plan, string name, CancellationToken cancel)
    {
        var file = site.WebRootFileProvider.GetFileInfo("plan-page.css");
        using var reader = new StreamReader(file.CreateReadStream());
        var style = await reader.ReadToEndAsync(cancel);
        using var body = new StringWriter();
        PlanInPlainWords.Of(plan, name, words).WriteTo(body, encoder);
        return $"<!doctype html><html lang=\"{(words.InWelsh ? "cy" : "en")}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{encoder.Encode(words["My plan"])}</title><style>{style}</style></head><body>{body}</body></html>";
    }
}
