using Throughgate.Domain.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Web.Access.Permission;

namespace Throughgate.Web.Access;

/// <summary>One role: its code, what people call it (English), whose records it sees, what it is a member of, and what it may do.</summary>
/// <param name="Kinds">Of what an account of the role is a member (<see cref="MembershipKinds"/>), the usual first; none for national roles.</param>
public sealed record Role(string Code, string Called, Sees Sees, IReadOnlyList<string> Kinds, IReadOnlySet<Permission> May)
{
    public bool NeedsScheme => Kinds.Contains(MembershipKinds.Scheme);
}

/// <summary>The one table of who may do what. Pages, docs and tests read it here.</summary>
public static class RoleTable
{
    public const string Worker = "worker";
    public const string CaseManager = "case_manager";
    public const string Manager = "manager";
    public const string InformationOfficer = "information_officer";
    public const string Mentor = "mentor";
    public const string FinanceOfficer = "finance_officer";
    public const string BoardMember = "board_member";
    public const string LinkWorker = "link_worker";
    public const string PartnerWorker = "partner_worker";
    public const string ConsortiumManager = "consortium_manager";
    public const string StrategicLead = "strategic_lead";
    public const string NationalAnalyst = "national_analyst";
    public const string Administrator = "administrator";

    private static readonly string[] Team = [MembershipKinds.Scheme, MembershipKinds.Yot];

    public static IReadOnlyList<Role> All { get; } =
    [
        Row(Worker, "Resettlement worker", Sees.PeopleOfTheScheme, Team, SeeToday, SeeCaseload, SeePerson, SeeReturn, RecordCasework, MendRecord),
        Row(CaseManager, "YOT case manager", Sees.PeopleOfTheScheme, Team, SeeToday, SeeCaseload, SeePerson, SeeReturn, RecordCasework, MendRecord),
        Row(
            Manager,
            "Scheme manager",
            Sees.PeopleOfTheScheme,
            Team,
            SeeToday,
            SeeCaseload,
            SeePerson,
            SeeReturn,
            RecordCasework,
            MendRecord,
            ManageScheme,
            SeeLog,
            DecideKeeping,
            HandInReturn,
            SignReturn,
            SeeBriefing,
            Import,
            Export,
            MakeExtract
        ),
        Row(InformationOfficer, "Information officer", Sees.PeopleOfTheScheme, Team, SeeCaseload, SeePerson, SeeReturn, MendRecord, DecideKeeping, HandInReturn, Import, Export, MakeExtract),
        Row(Mentor, "Mentor or volunteer", Sees.OwnPeople, Team, SeeMentored),
        Row(LinkWorker, "Secure estate link worker", Sees.PeopleHeld, [MembershipKinds.Establishment], SeeHeld),
        Row(PartnerWorker, "Partner worker", Sees.PeopleShared, [MembershipKinds.Partner], SeeShared),
        Row(FinanceOfficer, "Finance officer", Sees.Nobody, [MembershipKinds.Scheme], SeeCounts),
        Row(BoardMember, "Board member", Sees.Nobody, [MembershipKinds.Scheme], SeeCounts),
        Row(ConsortiumManager, "Consortium project manager", Sees.Nobody, [MembershipKinds.Consortium], SeeCounts, SeeBriefing),
        Row(StrategicLead, "Strategic lead of a consortium", Sees.Nobody, [MembershipKinds.Consortium], SeeCounts, SeeBriefing),
        Row(NationalAnalyst, "National analyst", Sees.Nobody, [], SeeCounts, SeeNation),
        Row(Administrator, "Administrator", Sees.Nobody, [], KeepAccounts),
    ];

    private static readonly Dictionary<string, Role> ByCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);

    public static Role? Find(string code) => ByCode.GetValueOrDefault(code);

    public static bool May(string role, Permission permission) => Find(role)?.May.Contains(permission) == true;

    private static Role Row(string code, string called, Sees sees, string[] kinds, params Permission[] may) =>
        new(code, called, sees, kinds, may.ToHashSet());
}
