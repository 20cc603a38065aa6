using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Pack;

public sealed record PackMade(Guid Pack, Guid Partner, string Name, string Recipient, IReadOnlyList<string> Categories, DateOnly Until) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A link for {0} ({1}) was made, until {2}: {3}", Name, Recipient, new Days(words).Plain(Until), SharingWords.Several(Categories, words)];
}

public sealed record PackClosed(Guid Pack, string Recipient, bool ByWrongCodes) : HistoryEvent, ITold
{
    public string Tell(Words words) => ByWrongCodes ? words["The link for {0} closed itself: the code was wrong too often", Recipient] : words["The link for {0} was closed", Recipient];
}

public sealed record PackCodeWrong(Guid Pack, string Recipient) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A wrong code was tried on the link for {0}", Recipient];
}
