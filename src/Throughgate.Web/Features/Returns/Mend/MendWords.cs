using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Mend;

/// <summary>What is to be mended, in words, and the very page that mends it.</summary>
public sealed class MendWords(Words words)
{
    public string What(Domain.Returns.Handing.Mend mend)
    {
        var (days, said) = (new Days(words), new Said(words));
        var sections = mend.Sections is { } lacking ? string.Join(", ", lacking.Select(s => said.Label("section", s))) : null;
        return mend.Kind switch
        {
            MendKind.Residence => words["No usual residence is recorded for {0}", days.Plain(mend.On!.Value)],
            MendKind.CountingDate => words["Neither the arrest nor the offence date is known"],
            MendKind.EndAsset => sections is null ? words["No end Asset"] : words["{0} without a score for: {1}", words["End Asset"], sections],
            MendKind.StartAsset => sections is null ? words["No start Asset"] : words["{0} without a score for: {1}", words["Start Asset"], sections],
            MendKind.Codes => words["Gender, ethnicity or offence stands in no list"],
            MendKind.Ethnicity => words["Ethnicity not known: more than {0}% of those counted", ToMend.MostUnknownPercent],
            MendKind.NeverOffered => words["Released, and no offer of support is recorded"],
            MendKind.PlanNotAgreed => words["Released, and the plan is not agreed by both"],
            _ => words["No hours of education, training or employment for the week of {0}: counted as none", days.Plain(mend.On!.Value)],
        };
    }

    /// <summary>Whether somebody may mend it: who they are and where they live, what was written on paper, and casework are mended by different people.</summary>
    public static bool MayMend(Actor actor, Domain.Returns.Handing.Mend mend) =>
        mend.Kind switch
        {
            MendKind.Residence or MendKind.CountingDate or MendKind.Codes or MendKind.Ethnicity => actor.May(Permission.MendRecord),
            MendKind.NeverOffered when mend.Case is null => actor.May(Permission.MendRecord),
            MendKind.NeverOffered or MendKind.PlanNotAgreed => actor.May(Permission.RecordCasework),
            _ => actor.May(Permission.RecordCasework) || actor.May(Permission.HandInReturn),
        };

    /// <summary>Where it is mended.</summary>
    public static string Href(Domain.Returns.Handing.Mend mend)
    {
        var person = ReturnAddress.Person(mend.PersonId);
        string Of(string page) => mend.Case is { } kase ? $"{person}/{page}?programme={kase.Id}" : $"{person}/{page}";
        return mend.Kind switch
        {
            MendKind.Residence => $"{person}/residence",
            MendKind.CountingDate => $"{person}/sentences/{mend.Sentence}/correct",
            MendKind.EndAsset or MendKind.StartAsset => mend.Row is { } row ? Of($"assessments/record/{row}") : $"{Of("assessments/record")}{(mend.Case is null ? '?' : '&')}for={(mend.Kind == MendKind.StartAsset ? AssessmentPurposes.Start : AssessmentPurposes.ProgrammeEnd)}",
            MendKind.Codes or MendKind.Ethnicity => $"{person}/details",
            MendKind.NeverOffered => mend.Case is null ? $"{person}/programmes/open" : Of("offers/record"),
            MendKind.PlanNotAgreed => Of("plan"),
            _ => FormattableString.Invariant($"{Of("education/record")}{(mend.Case is null ? '?' : '&')}until={mend.On:yyyy-MM-dd}"),
        };
    }
}
