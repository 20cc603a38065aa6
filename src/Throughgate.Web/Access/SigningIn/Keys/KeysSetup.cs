using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Throughgate.Web.Access.SigningIn.Keys;

/// <summary>The keys that cookies, drafts, searches and the secrets of authenticator apps are sealed with: for pages and for the command line alike.</summary>
public static class KeysSetup
{
    public static IServiceCollection AddKeys(this IServiceCollection services, MasterKey master)
    {
        services.AddSingleton(master);
        services.AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("throughgate");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            o.XmlRepository = p.GetRequiredService<KeyRing>();
            if (p.GetRequiredService<MasterKey>().Bytes is not null)
            {
                o.XmlEncryptor = new KeySeal(p.GetRequiredService<MasterKey>());
            }
        }));
        services.AddSingleton(p => new XmlKeyManager(p.GetRequiredService<IOptions<KeyManagementOptions>>(), p.GetRequiredService<IActivator>(), p.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<WatchedKeys>();
        services.AddSingleton<IKeyManager>(p => p.GetRequiredService<WatchedKeys>());
        return services;
    }
}
