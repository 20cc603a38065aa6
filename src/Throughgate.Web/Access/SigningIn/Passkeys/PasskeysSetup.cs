using Microsoft.AspNetCore.Identity;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn.Passkeys;

public static class PasskeysSetup
{
    /// <summary>A passkey always asks for its owner (finger, face or PIN), and can be found without a name: so it is both factors.</summary>
    public static void AddPasskeys(this IServiceCollection services, PasskeyPlace place)
    {
        services.AddSingleton(place);
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PasskeyPlace>((options, at) =>
        {
            options.ServerDomain = at.Domain;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = PasskeyDesk.Lasts;
            options.ValidateOrigin = said => ValueTask.FromResult(!said.CrossOrigin && said.TopOrigin is null && said.Origin == at.Origin(said.HttpContext.Request));
        });
    }
}
