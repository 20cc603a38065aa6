using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Failures;

/// <summary>What a person reads when something went wrong: what happened, what was saved, what to do.</summary>
/// <param name="What">What happened, in a few words: the page's title.</param>
/// <param name="Lines">What was saved and what to do, a paragraph each.</param>
public sealed record Said(string What, IReadOnlyList<string> Lines)
{
    public static Said Of(Words words, int status) => status switch
    {
        404 => new(words["This page could not be found"],
            [words["It may not exist, or it may not be yours to see."], words["Check the address, or find the young person with the search box."]]),
        409 => new(words["Somebody else changed this first"],
            [words["What you sent was not saved, so nothing of theirs is lost."], words["Go back, load the page again to see their change, and then make yours."]]),
        413 => new(words["What you sent is too large"],
            [words["Nothing was saved."], words["Send a smaller file, or less text at once."]]),
        429 => new(words["Too many tries"],
            [words["Nothing was saved."], words["Wait a few minutes, then try again."]]),
        503 => new(words["Throughgate cannot answer just now"],
            [words["What you sent was not saved. What had been saved before is safe."], words["Go back: your text is still in the form. Try again in a minute."]]),
        >= 500 => new(words["Something went wrong on our side"],
            [words["What you sent was not saved. What had been saved before is safe."], words["Try again. If it happens twice, tell whoever looks after Throughgate at your scheme, with the time."]]),
        _ => new(words["What you sent could not be read whole"],
            [words["Nothing was saved."], words["Go back, load the page again, and send it once more."]]),
    };
}
