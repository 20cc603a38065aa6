using Throughgate.Domain.Returns;

namespace Throughgate.Web.Ui.Language;

/// <summary>Why the return will not count somebody, said where they are entered.</summary>
public static class KeptOutInWords
{
    public static string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.NoResidence => Words.Key("no usual residence is recorded for today"),
            Outcome.LivesElsewhere => Words.Key("their usual residence is outside this scheme's YOTs"),
            Outcome.NoCountingDate => Words.Key("neither a day of arrest nor of an offence is recorded"),
            _ => Words.Key("they were not 10 to 17 on the day of arrest, or of the offence where that is not known"),
        };
}
