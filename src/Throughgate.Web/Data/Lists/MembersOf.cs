namespace Throughgate.Web.Data.Lists;

/// <summary>In plain SQL: whether an account is a member, on <c>@on</c>, of the scheme <c>@scheme</c> or of one of its YOTs (<c>@yots</c>, see <see cref="Yots"/>).</summary>
internal static class MembersOf
{
    public static string Sql(string account) =>
        $"""
        exists (select 1 from memberships m where m.account_id = {account} and m.from_on <= @on and (m.to_on is null or m.to_on >= @on)
        and ((m.kind = 'scheme' and m.of_what = @scheme) or (m.kind = 'yot' and @yots like '%;' || m.of_what || ';%')))
        """;

    public static string Yots(string scheme) => $";{string.Join(';', Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme) ?? new HashSet<string>(StringComparer.Ordinal))};";
}
