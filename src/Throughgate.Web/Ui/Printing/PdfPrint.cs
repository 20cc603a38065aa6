using System.Diagnostics;
using System.Globalization;

namespace Throughgate.Web.Ui.Printing;

/// <summary>
/// Makes a PDF of our own markup with the Chromium that is installed beside the program (THROUGHGATE_CHROMIUM, or where Debian puts it). Nothing is kept: the
/// page and the PDF stand in a folder of their own, open to nobody else, which is gone when the answer is made.
/// </summary>
public sealed class PdfPrint(IConfiguration settings)
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // One at a time: each is a browser of its own.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private string? Program => settings["THROUGHGATE_CHROMIUM"] is { Length: > 0 } said ? said : Array.Find(Usual, File.Exists);

    /// <summary>Null where no Chromium is installed, or it did not answer in time.</summary>
    /// <param name="html">A whole document of ours; its own policy must forbid scripts and fetching (printing itself needs Chromium's scripting on).</param>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken cancel)
    {
        if (Program is not { } program || !File.Exists(program))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("throughgate-print-");
        await Turn.WaitAsync(cancel);
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancel);
            return await RunAsync(program, folder.FullName, page, pdf, cancel) && File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : null;
        }
        finally
        {
            Turn.Release();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> RunAsync(string program, string folder, string page, string pdf, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] options =
        [
            "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-dev-shm-usage",
            "--no-pdf-header-footer", string.Create(CultureInfo.InvariantCulture, $"--user-data-dir={folder}/profile"), $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        foreach (var option in Environment.UserName == "root" ? options.Prepend("--no-sandbox") : options)
        {
            start.ArgumentList.Add(option);
        }

        using var process = Process.Start(start);
        if (process is null)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }
}
