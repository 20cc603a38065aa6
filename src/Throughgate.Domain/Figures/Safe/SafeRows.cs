namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Breakdowns for somebody who may not open the people: of one figure and one breakdown all rows are shown or none, each as met and the rest, so that no
/// total can be taken apart; and rows of the same name under different figures are held to the rule of subtraction.
/// </summary>
public sealed class SafeRows
{
    private readonly Dictionary<(Breakdown By, string Row), List<Those>> _published = [];

    /// <summary>Whether the breakdown of the figure may be shown; asked in the order of the register, and remembered.</summary>
    public bool MayShow(Breakdown by, IEnumerable<(string Row, Tally Tally)> rows)
    {
        var cells = rows.Select(r => (Key: (by, r.Row), People: Cells.Of(r.Tally, ShownAs.MetAndRest).Select(c => new Those(c)).ToList())).ToList();
        var safe = cells.TrueForAll(r =>
            r.People.TrueForAll(p => !p.IsSmall && (!_published.TryGetValue(r.Key, out var others) || others.TrueForAll(o => !o.GivesAway(p))))
        );
        foreach (var (key, people) in safe ? cells : [])
        {
            if (!_published.TryGetValue(key, out var others))
            {
                _published[key] = others = [];
            }

            others.AddRange(people.Where(p => p.Count > 0));
        }

        return safe;
    }
}
