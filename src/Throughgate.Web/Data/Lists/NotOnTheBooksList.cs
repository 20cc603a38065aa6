using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;

namespace Throughgate.Web.Data.Lists;

/// <summary>One sentence for which nobody has opened a case (ELG-5), with whose it is.</summary>
public sealed record Unopened(HeldUnder Held, NotOnTheBooks Duty);

public sealed record NotOnTheBooksList(DateOnly On, IReadOnlyList<Unopened> Rows)
{
    internal static NotOnTheBooksList Of(
        IReadOnlyList<HeldUnder> held,
        IReadOnlyList<PersonFacts> facts,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        WorkingCalendar calendar,
        DutyFigures figures
    )
    {
        var bySentence = held.ToDictionary(h => h.SentenceId);
        var rows = facts
            .SelectMany(p => NotOnTheBooks.Of(p, scheme, yots, on, calendar, figures))
            .Where(n => bySentence.ContainsKey(n.Sentence.Id))
            .Select(n => new Unopened(bySentence[n.Sentence.Id], n))
            .OrderBy(u => u.Duty.Due)
            .ThenBy(u => u.Held.LastName, StringComparer.Ordinal)
            .ThenBy(u => u.Held.PersonId);
        return new(on, [.. rows]);
    }
}
