using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Tell;

/// <param name="What">A code of Domain/Releases/Exchanges.</param>
public sealed record ExchangeSaid(string What, DateOnly On, string? WithWhom, string? Note)
{
    public string Tell(Words words) =>
        string.Join(", ", new[] { words[ReleaseWords.Exchange(What)].ToString(), new Days(words).Short(On), WithWhom }.Where(p => !string.IsNullOrEmpty(p)));
}

public sealed record ExchangeRecorded(Guid Exchange, ExchangeSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words) => Said.Tell(words);
}

public sealed record ExchangeCorrected(Guid Exchange, ExchangeSaid Was, ExchangeSaid Said) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Corrected: {0}; before: {1}", Said.Tell(words), Was.Tell(words)];
}
