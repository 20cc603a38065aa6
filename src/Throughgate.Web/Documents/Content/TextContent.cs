using System.Text;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Documents.Content;

/// <summary>Plain text in UTF-8, and nothing that a browser could take for a page.</summary>
public static class TextContent
{
    private static readonly string[] Pages = ["<script", "<html", "<svg", "<!doctype", "<?xml", "<?php", "<iframe", "javascript:"];

    public static Checked Check(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (ArgumentException)
        {
            return Unknown;
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f')))
        {
            return Unknown;
        }

        return text.TrimStart('\ufeff', ' ', '\t', '\r', '\n').StartsWith('<') || Pages.Any(p => text.Contains(p, StringComparison.OrdinalIgnoreCase))
            ? Checked.Refused(Words.Key("Web pages and drawings (HTML, SVG) can carry programs and are not kept: save it as a PDF"))
            : Checked.Fine("txt", content);
    }

    private static Checked Unknown => Checked.Refused(Words.Key("This kind of file is not kept here. Choose a PDF, a Word, Excel or OpenDocument file, a PNG or JPEG picture, or plain text in UTF-8"));
}
