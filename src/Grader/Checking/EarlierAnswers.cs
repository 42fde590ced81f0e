using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// A submission's answers as the judging of one part looks at them, and whether it looked at those to other parts: a result for which
/// it did not is that of everybody who answers this part alike.
/// </summary>
/// <param name="partId">The part that is judged.</param>
internal sealed class EarlierAnswers(Submission submission, string partId)
{
    public bool WereAskedFor { get; private set; }

    /// <summary>Null where the part was not answered.</summary>
    public Answer? Find(string part)
    {
        WereAskedFor |= part != partId;
        return submission.Find(part);
    }
}
