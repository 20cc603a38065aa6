using Throughgate.Web.Data;

namespace Throughgate.Web.Ui.Language;

/// <summary>What people call an establishment: its name without its unit or what stands in brackets after it.</summary>
public static class EstablishmentName
{
    public static string Short(string code) =>
        Reference.Instance.Establishments.TryGetValue(code, out var known) ? known.Name.Split([" (", " - "], StringSplitOptions.None)[0] : code;
}
