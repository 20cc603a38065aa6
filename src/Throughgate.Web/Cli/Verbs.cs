using System.CommandLine;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Keys;
using Throughgate.Web.Features.Api.Keys;
using Throughgate.Web.Features.Caseload.Export;
using Throughgate.Web.Features.Caseload.Import;
using Throughgate.Web.Features.Documents;
using Throughgate.Web.Features.Duties.List;
using Throughgate.Web.Features.Performance.Write;
using Throughgate.Web.Features.Returns.Reckon;
using Throughgate.Web.History;

namespace Throughgate.Web.Cli;

/// <summary>
/// The verbs, in the order of the help. To add one: write <c>static Command Command(Terminal terminal)</c> beside its feature and name it
/// here. Its action writes the answer to <see cref="Terminal.Output"/>, messages to <see cref="Terminal.Error"/>, and returns an
/// <see cref="Exit"/> code; see <see cref="MigrateVerb"/>.
/// </summary>
public static class Verbs
{
    public static IReadOnlyList<Func<Terminal, Command>> All { get; } =
    [
        ImportVerb.Command,
        ExportVerb.Command,
        MigrateVerb.Command,
        DutiesVerb.Command,
        AccountVerb.Command,
        AuditVerb.Command,
        DocumentsVerb.Command,
        KeysVerb.Command,
        ApiKeyVerb.Command,
        ReturnVerb.Command,
        FiguresVerb.Command,
    ];
}
