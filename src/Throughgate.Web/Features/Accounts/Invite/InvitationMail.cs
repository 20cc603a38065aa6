using System.Globalization;
using System.Net.Mail;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Today.Digest;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts.Invite;

/// <summary>The mail with the link, in both languages, because nobody knows yet which is wanted. It names nobody and nothing of any case (R7).</summary>
public sealed class InvitationMail(Mail mail, ILogger<InvitationMail> log)
{
    public const string Subject = "Throughgate: choose your password / dewis eich cyfrinair";

    /// <summary>Where people open this site: as the mail settings say, else as whoever asks has opened it.</summary>
    public string AddressOf(string key, HttpRequest request) =>
        new Uri(mail.Settings?.Address ?? new Uri($"{request.Scheme}://{request.Host}"), Invitations.PathOf(key)).ToString();

    /// <summary>False where mail is off or did not go out: then the link is passed on by hand.</summary>
    public async Task<bool> SendAsync(Account account, string address, DateTimeOffset until, CancellationToken cancel)
    {
        if (mail.Settings is not { } settings || account.Email is not { Length: > 0 } to)
        {
            return false;
        }

        try
        {
            await settings.SendAsync(to, Subject, $"{Text(address, until, Words.English)}\n\n---\n\n{Text(address, until, Words.Welsh)}", cancel);
            return true;
        }
        catch (Exception fault) when (fault is SmtpException or FormatException)
        {
            log.LogWarning(fault, "An invitation was not sent.");
            return false;
        }
    }

    private static string Text(string address, DateTimeOffset until, CultureInfo language)
    {
        var words = new Words(Vocabulary.Embedded, language);
        var civil = London.Civil(until);
        return string.Join("\n\n",
            words["You have an account in Throughgate. Choose your password here:"].ToString(),
            address,
            words["The link is good once, until {0} at {1}. If you did not expect it, leave it and tell whoever sent you here.", new Days(words).Long(DateOnly.FromDateTime(civil)), civil.ToString("HH:mm", CultureInfo.InvariantCulture)].ToString());
    }
}
