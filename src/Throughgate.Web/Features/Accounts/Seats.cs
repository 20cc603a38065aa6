using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accounts;

/// <summary>Everything that somebody can be a member of, with the name that people know it by.</summary>
public sealed class Seats
{
    private static readonly Dictionary<string, string> KindsInWords = new(StringComparer.Ordinal)
    {
        [MembershipKinds.Scheme] = Words.Key("{0} (scheme)"),
        [MembershipKinds.Yot] = Words.Key("{0} (YOT)"),
        [MembershipKinds.Establishment] = Words.Key("{0} (establishment)"),
        [MembershipKinds.Partner] = Words.Key("{0} (partner agency)"),
        [MembershipKinds.Consortium] = Words.Key("{0} (consortium)"),
    };

    private readonly List<(Seat Seat, string Name)> _all;

    private Seats(List<(Seat, string)> all) => _all = all;

    public static async Task<Seats> ReadAsync(Db db, CancellationToken cancel)
    {
        var known = Reference.Instance;
        List<(Seat, string)> all =
        [
            .. known.Schemes.Values.OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => (new Seat(MembershipKinds.Scheme, s.Value), s.Name)),
            .. known.Yots.Values.OrderBy(y => y.Name, StringComparer.CurrentCulture).Select(y => (new Seat(MembershipKinds.Yot, y.Value), y.Name)),
            .. known.Establishments.Values.OrderBy(e => e.Name, StringComparer.CurrentCulture).Select(e => (new Seat(MembershipKinds.Establishment, e.Value), e.Called)),
        ];
        foreach (var partner in await db.Set<PartnerRow>().AsNoTracking().OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(cancel))
        {
            all.Add((new(MembershipKinds.Partner, partner.Id.ToString()), partner.Name));
        }

        foreach (var consortium in await db.Set<Consortium>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel))
        {
            all.Add((new(MembershipKinds.Consortium, consortium.Id.ToString()), consortium.Name));
        }

        return new(all);
    }

    public bool Has(Seat? seat) => seat is not null && _all.Exists(s => s.Seat == seat);

    public string InWords(string kind, string of, Words words) =>
        words[KindsInWords[kind], _all.Find(s => s.Seat.Kind == kind && s.Seat.Of == of).Name ?? of];

    public IEnumerable<Choice> Choices(Words words, string none) =>
        _all.Select(s => new Choice(s.Seat.ToString(), InWords(s.Seat.Kind, s.Seat.Of, words))).Prepend(new Choice("", none));
}
