using Throughgate.Domain;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>Where a young person is, in one line: in custody at Wetherby, leaves in 9 days (Thu 13 May 2010).</summary>
public static class WhereNow
{
    public static string Of(YoungPersonRecord record, Words words)
    {
        var days = new Days(words);
        if (record.HeldUnder is { } sentence)
        {
            string held = record.NotDisclosed ? words["In custody; where is not to be disclosed"] : record.PlaceOf(sentence) is { } place ? words["In custody at {0}", place] : words["In custody; where is not recorded"];
            return record.Leaves switch
            {
                null => words["{0}, no date of release is known", held],
                { } leaves when leaves == record.On => words["{0}, leaves today", held],
                { } leaves when leaves < record.On => words["{0}, was expected to leave {1} ({2})", held, days.Relative(leaves, record.On), days.Short(leaves)],
                { } leaves => words["{0}, leaves {1} ({2})", held, days.Relative(leaves, record.On), days.Short(leaves)],
            };
        }

        var newest = record.Facts.Sentences.Count > 0 ? record.Facts.Sentences[^1] : null;
        if (newest is { Kind: SentenceKind.Remand, Type: "remand_custody" } && !(newest.Ends.KnownOn(record.On) < record.On))
        {
            return record.PlaceOf(newest) is { } place
                ? words["On remand at {0}, since {1}", place, days.Short(newest.SentencedOn)]
                : words["On remand, since {0}", days.Short(newest.SentencedOn)];
        }

        return record.Facts.Sentences.Select(s => s.ReleasedOn).Max() is { } released
            ? words["In the community, released {0} ({1})", days.Relative(released, record.On), days.Short(released)]
            : words["In the community"];
    }
}
