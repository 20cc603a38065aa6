namespace Throughgate.Web.Access.Drafts;

/// <summary>
/// A page whose form loses nothing: what is typed is kept on the server when typing pauses, and where the session has ended before it is sent;
/// it is given back to the same account on the same page, and forgotten once it is saved.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsDraftAttribute : Attribute;
