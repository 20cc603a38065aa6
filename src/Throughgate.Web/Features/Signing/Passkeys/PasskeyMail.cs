using System.Globalization;
using System.Net.Mail;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Today.Digest;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Passkeys;

/// <summary>Tells whose account it is that a passkey was added, in both languages, where there is a mail server. It names nobody.</summary>
public sealed class PasskeyMail(Mail mail, ILogger<PasskeyMail> log)
{
    public const string Subject = "Throughgate: a passkey was added / ychwanegwyd allwedd fynediad";

    public async Task SendAsync(Account account, CancellationToken cancel)
    {
        if (mail.Settings is not { } settings || account.Email is not { Length: > 0 } to)
        {
            return;
        }

        try
        {
            await settings.SendAsync(to, Subject, $"{Text(Words.English)}\n\n---\n\n{Text(Words.Welsh)}", cancel);
        }
        catch (Exception fault) when (fault is SmtpException or FormatException)
        {
            log.LogWarning(fault, "Word of a new passkey was not sent.");
        }
    }

    private static string Text(CultureInfo language)
    {
        var words = new Words(Vocabulary.Embedded, language);
        return words["A passkey was added to your account in Throughgate. If it was not you, change your password, remove the passkey under Your account, and tell whoever keeps the accounts."];
    }
}
