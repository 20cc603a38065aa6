namespace Throughgate.Web.Access;

/// <summary>Earlier runtimes let cookies be forged and requests be smuggled; the program does not start on one (R33).</summary>
public static class Runtime
{
    public static readonly Version Oldest = new(10, 0, 9);

    public static void Check(Version running)
    {
        if (running < Oldest)
        {
            throw new PlatformNotSupportedException(
                $"This is .NET {running}, which has known holes in sign-in cookies. Install the ASP.NET Core runtime {Oldest} or newer and start again."
            );
        }
    }
}
