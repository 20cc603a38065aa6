namespace Throughgate.Web.Access;

/// <summary>What a page may need. Which role has which: <see cref="RoleTable"/>.</summary>
public enum Permission
{
    /// <summary>Open Today.</summary>
    SeeToday,

    /// <summary>List young people and search for one.</summary>
    SeeCaseload,

    /// <summary>Open a young person's record.</summary>
    SeePerson,

    /// <summary>Record what happened with a young person: contacts, offers, plans, reviews, addresses.</summary>
    RecordCasework,

    /// <summary>Mend who somebody is, where they live and their sentences; refer somebody; void what was wrongly recorded.</summary>
    MendRecord,

    /// <summary>Decide for the scheme: its figures, an override of a gate, who works with whom.</summary>
    ManageScheme,

    /// <summary>See the return of one's scheme, with the people behind each figure.</summary>
    SeeReturn,

    /// <summary>Check a return and submit it; type in what it asks for and others wrote on paper (Asset scores, hours of education).</summary>
    HandInReturn,

    /// <summary>Sign a return that somebody else submitted, or send it back; accept what cannot be mended.</summary>
    SignReturn,

    /// <summary>See counts, never a name: of one's scheme, of the schemes of one's consortium, or of all (<see cref="CountsFor"/>).</summary>
    SeeCounts,

    /// <summary>See the monthly custody briefing of one's consortium, or of a scheme that is in none.</summary>
    SeeBriefing,

    /// <summary>See the national board's page: every scheme beside the others, and who is late.</summary>
    SeeNation,

    /// <summary>See the young people one mentors: what a mentor needs and no more.</summary>
    SeeMentored,

    /// <summary>See the young people held in one's establishment: what a link worker needs and no more.</summary>
    SeeHeld,

    /// <summary>See what is shared with one's agency.</summary>
    SeeShared,

    /// <summary>Bring a caseload in.</summary>
    Import,

    /// <summary>Take a caseload or a return out as a file.</summary>
    Export,

    /// <summary>Make a pseudonymous extract of the scheme for evaluation, and destroy the key of a study.</summary>
    MakeExtract,

    /// <summary>See who looked at a record and what somebody looked at, and ask about it.</summary>
    SeeLog,

    /// <summary>Hold records, and decide with a second person that one whose time is over is erased.</summary>
    DecideKeeping,

    /// <summary>Open, change and close accounts; say which schemes are in which consortium.</summary>
    KeepAccounts,
}
