using static Throughgate.Web.Access.Permission;

namespace Throughgate.Web.Access;

/// <summary>One role: its code, what people call it (English), whose records it sees, and what it may do.</summary>
public sealed record Role(string Code, string Called, Sees Sees, bool NeedsScheme, IReadOnlySet<Permission> May);

/// <summary>Whose records a role sees at all.</summary>
public enum Sees
{
    /// <summary>Young people with a case of the scheme, or who live or lived in one of its YOTs.</summary>
    PeopleOfTheScheme,

    /// <summary>No records: counts or accounts only.</summary>
    Nobody,
}

/// <summary>The one table of who may do what. Pages, docs and tests read it here.</summary>
public static class RoleTable
{
    public const string Worker = "worker";
    public const string CaseManager = "case_manager";
    public const string Manager = "manager";
    public const string InformationOfficer = "information_officer";
    public const string NationalAnalyst = "national_analyst";
    public const string Administrator = "administrator";

    public static IReadOnlyList<Role> All { get; } =
    [
        Row(Worker, "Resettlement worker", Sees.PeopleOfTheScheme, SeeToday, SeeCaseload, SeePerson, SeeReturn, RecordCasework, MendRecord),
        Row(CaseManager, "YOT case manager", Sees.PeopleOfTheScheme, SeeToday, SeeCaseload, SeePerson, SeeReturn, RecordCasework, MendRecord),
        Row(
            Manager,
            "Scheme manager",
            Sees.PeopleOfTheScheme,
            SeeToday,
            SeeCaseload,
            SeePerson,
            SeeReturn,
            RecordCasework,
            MendRecord,
            ManageScheme,
            Import,
            Export
        ),
        Row(InformationOfficer, "Information officer", Sees.PeopleOfTheScheme, SeeCaseload, SeePerson, SeeReturn, MendRecord, Import, Export),
        Row(NationalAnalyst, "National analyst", Sees.Nobody, SeeNationalReturn),
        Row(Administrator, "Administrator", Sees.Nobody, KeepAccounts),
    ];

    private static readonly Dictionary<string, Role> ByCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);

    public static Role? Find(string code) => ByCode.GetValueOrDefault(code);

    public static bool May(string role, Permission permission) => Find(role)?.May.Contains(permission) == true;

    private static Role Row(string code, string called, Sees sees, params Permission[] may) =>
        new(code, called, sees, NeedsScheme: sees == Sees.PeopleOfTheScheme, may.ToHashSet());
}
