using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Throughgate.Web.Ui.Forms;

/// <summary>What a form asks of what was typed, said in the field where it bites.</summary>
public static class Asks
{
    /// <summary>The problem stands at the field unless that holds.</summary>
    public static void Must(this ModelStateDictionary state, bool holds, string field, string problem)
    {
        if (!holds)
        {
            state.AddModelError(field, problem);
        }
    }

    /// <summary>What was typed, without the blanks around it and with one kind of line end; null where nothing was.</summary>
    public static string? OrNothing(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();
}
