using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.Accounts;

public static class AsActors
{
    /// <summary>Who acts, where the request itself does not say so yet: an account on its way in.</summary>
    public static Actor AsActor(this Account account) => new(account.Id, account.DisplayName, account.Role, account.Scheme, account.WorkerId);
}
