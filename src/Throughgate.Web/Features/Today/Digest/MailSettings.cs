using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace Throughgate.Web.Features.Today.Digest;

/// <summary>
/// The mail server that digests go out by. Off unless THROUGHGATE_MAIL_HOST, THROUGHGATE_MAIL_FROM and THROUGHGATE_ADDRESS (where people open this site,
/// for the links) are all set; THROUGHGATE_MAIL_PORT is 587, and THROUGHGATE_MAIL_USER and THROUGHGATE_MAIL_PASSWORD are given where it asks for them.
/// </summary>
/// <param name="Plain">THROUGHGATE_MAIL_PLAIN=yes: without TLS, for a mail server on this machine.</param>
public sealed record MailSettings(string Host, int Port, string From, Uri Address, string? User = null, string? Password = null, bool Plain = false)
{
    /// <summary>Null where mail is off.</summary>
    /// <exception cref="FormatException">What is set cannot be right.</exception>
    public static MailSettings? Of(IConfiguration settings)
    {
        var (host, from, address) = (settings["THROUGHGATE_MAIL_HOST"], settings["THROUGHGATE_MAIL_FROM"], settings["THROUGHGATE_ADDRESS"]);
        if (string.IsNullOrWhiteSpace(host))
        {
            return null;
        }

        if (!MailAddress.TryCreate(from, out _))
        {
            throw new FormatException("THROUGHGATE_MAIL_HOST is set, so THROUGHGATE_MAIL_FROM must be the address that mail comes from: throughgate@council.example");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var site) || site.Scheme is not ("https" or "http"))
        {
            throw new FormatException("THROUGHGATE_MAIL_HOST is set, so THROUGHGATE_ADDRESS must be where people open this site: https://throughgate.council.example");
        }

        var port = settings["THROUGHGATE_MAIL_PORT"] is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : throw new FormatException("THROUGHGATE_MAIL_PORT must be a number such as 587")
            : 587;
        return new(host, port, from!, site, settings["THROUGHGATE_MAIL_USER"], settings["THROUGHGATE_MAIL_PASSWORD"], settings["THROUGHGATE_MAIL_PLAIN"] == "yes");
    }

    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        using var mail = new MailMessage(From, to, subject, text) { BodyEncoding = System.Text.Encoding.UTF8, SubjectEncoding = System.Text.Encoding.UTF8 };
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(Host, Port) { EnableSsl = !Plain, Timeout = 30_000 };
        if (User is { Length: > 0 })
        {
            client.Credentials = new NetworkCredential(User, Password);
        }

        await client.SendMailAsync(mail, cancel);
    }
}

/// <summary>Mail as this server has it: on, or off (null).</summary>
public sealed record Mail(MailSettings? Settings);
