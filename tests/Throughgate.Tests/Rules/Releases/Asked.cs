using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

/// <summary>What one rule asks of a case with what was recorded of its release: <c>2010-06-01 met 2010-05-20</c>.</summary>
internal static class Asked
{
    public static string Of(DutyRule rule, ACase of, string on, Func<CaseFacts, CaseFacts>? with = null)
    {
        var person = of.Person();
        var facts = (with ?? (f => f))(person.Cases[0]);
        var seen = new CaseOnDay(person, facts, ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
        return string.Join("; ", rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()));
    }

    /// <summary>Said of items: <c>("bank_account", "done", "2010-05-20")</c>.</summary>
    public static Func<CaseFacts, CaseFacts> Items(params (string Item, string State, string On)[] said) =>
        f => f with { ReleaseItems = [.. said.Select(s => new ReleaseItem(s.Item, s.State, ACase.Day(s.On)))] };

    public static Func<CaseFacts, CaseFacts> Told(params (string What, string On)[] said) =>
        f => f with { Exchanges = [.. said.Select(s => new Exchange(s.What, ACase.Day(s.On)))] };
}
