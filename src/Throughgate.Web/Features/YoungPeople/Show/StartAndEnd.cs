using System.Globalization;
using Throughgate.Domain.Assessments;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>The two assessments that the page sets side by side: the first made for the start, and the newest made since.</summary>
public sealed record StartAndEnd(Assessment? Start, Assessment? End)
{
    private const string ForTheStart = "start";

    /// <summary>How many assessments the pair shows.</summary>
    public int Shown => (Start is null ? 0 : 1) + (End is null ? 0 : 1);

    /// <param name="made">Earliest first.</param>
    public static StartAndEnd Of(IReadOnlyList<Assessment> made)
    {
        var start = made.FirstOrDefault(a => a.Purpose == ForTheStart);
        return new(start, made.LastOrDefault(a => a.Purpose != ForTheStart && !(a.CompletedOn < start?.CompletedOn)));
    }

    /// <summary>With a sign: −1 is for the better; nothing where either was not scored.</summary>
    public static string Change(int? start, int? end) =>
        (end - start) is not { } change ? ""
        : change < 0 ? "−" + (-change).ToString(CultureInfo.InvariantCulture)
        : change > 0 ? "+" + change.ToString(CultureInfo.InvariantCulture)
        : "0";
}
