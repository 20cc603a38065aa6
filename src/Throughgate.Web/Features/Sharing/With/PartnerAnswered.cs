using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.With;

/// <summary>What partners answer, as it is said; English, the keys of their Welsh.</summary>
public static class WithWords
{
    public static string Answer(string code) => code switch
    {
        PartnerAnswer.Done => Words.Key("Done"),
        PartnerAnswer.NotPossible => Words.Key("Not possible"),
        _ => Words.Key("A note"),
    };
}

public sealed record PartnerAnswered(Guid Row, string Name, string What, string Answer, string? Note) : HistoryEvent, ITold
{
    public string Tell(Words words)
    {
        var told = words["{0} answered “{1}”: {2}", Name, What, words[WithWords.Answer(Answer)]].ToString();
        return Note is null ? told : $"{told}. {Note}";
    }
}
