namespace Throughgate.Web.Ui.Language;

/// <summary>A history event that says itself on the timeline. The event stands with its feature, and so do its words.</summary>
public interface ITold
{
    /// <summary>One line in the reader's language: "Contact recorded: appointment, attended".</summary>
    string Tell(Words words);
}

/// <summary>What colleagues must hear first: a release, a move, a changed date.</summary>
public interface IToldFirst : ITold;
