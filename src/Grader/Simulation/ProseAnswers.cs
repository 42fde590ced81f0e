using Grader.Checking;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>Free text, which waits for a person whatever it says.</summary>
internal sealed class ProseAnswers : IPartAnswers
{
    private static readonly string[] Openings = ["Because", "I think it is because", "As in the lecture,", "By symmetry,", "It follows that"];

    private static readonly string[] Reasons =
    [
        "all hidden units see the same inputs over equal weights.", "the loss is convex, so there is one minimum.", "the features differ from sample to sample.",
        "nothing tells the units apart.", "the weights stand inside the logistic function.", "a dead unit passes no gradient back.", "<b>x < y</b> & so on.",
    ];

    public Written Right(Pen pen)
    {
        var text = $"{pen.One(Openings)} {pen.One(Reasons)}{(pen.Random.OneIn(2) ? " " + pen.One(Reasons) : "")}";
        return new(pen.Random.OneIn(4) ? new JObject { ["text"] = text } : text, Verdict.Pending, "prose", []);
    }

    public Written? Mistaken(Pen pen) => Right(pen);

    public Written? Unreadable(Pen pen) => Written.Unreadable(new JValue(true), "wrong type");
}

/// <summary>Parts that only a method answers: an answer file holds nothing for them, or a text that does not count.</summary>
internal sealed class FitAnswers : IPartAnswers
{
    public Written Right(Pen pen) => new("", Verdict.Missing, "blank", []);

    public Written? Mistaken(Pen pen) => Right(pen);

    public Written? Unreadable(Pen pen) => new("by gradient descent", Verdict.Unreadable, "method wanted", ["method-wanted"]);
}
