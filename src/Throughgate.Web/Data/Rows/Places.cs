using Throughgate.Domain.Programmes;

namespace Throughgate.Web.Data.Rows;

/// <summary>What the priority for a place is worked out from (ELG-6): at most one row a programme.</summary>
public sealed class CaseNeeds : Row, IOfCase
{
    public Guid CaseId { get; set; }

    /// <summary>Code of the list <c>substance</c>.</summary>
    public required string SubstanceMisuse { get; set; }
    public bool DualDiagnosis { get; set; }
    public bool Education { get; set; }
    public bool Family { get; set; }
    public bool LearningDifficulty { get; set; }
    public bool SpeechAndLanguage { get; set; }
    public bool DrugTesting { get; set; }
    public bool SubstanceTreatment { get; set; }
    public bool Accommodation { get; set; }
    public DateOnly RecordedOn { get; set; }

    public Needs ToNeeds() =>
        new(SubstanceMisuse)
        {
            DualDiagnosis = DualDiagnosis,
            Education = Education,
            Family = Family,
            LearningDifficulty = LearningDifficulty,
            SpeechAndLanguage = SpeechAndLanguage,
            DrugTesting = DrugTesting,
            SubstanceTreatment = SubstanceTreatment,
            Accommodation = Accommodation,
        };
}

/// <summary>A place given to a community case or a remand.</summary>
public sealed class PlaceRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly FromOn { get; set; }

    /// <summary>Why it was given although somebody leaving custody had not been offered support; null where nothing stood in the way.</summary>
    public string? WhyAllTheSame { get; set; }
}
