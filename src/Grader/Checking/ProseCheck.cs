using Grader.Submissions;

namespace Grader.Checking;

/// <summary>Parts that no answer file settles: free text waits for a person, a fit needs a method.</summary>
internal static class ProseCheck
{
    public static (Judgement Judgement, AnswerReading? Reading) Check(Answer answer, decimal points) => answer switch
    {
        Answer.Unusable unusable => (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null),
        Answer.Text or Answer.ExplicitText or Answer.TextList or Answer.ExplicitFormula or Answer.ExplicitValue or Answer.Number =>
            IsBlank(answer) ? (Judgement.Missing, null) : (Judgement.Pending(Messages.WaitsForPerson(points)), Reading(answer)),
        Answer.Cells { Items.Count: 0 } => (Judgement.Missing, null),
        _ => (Judgement.Unreadable(Messages.TextWanted()), Reading(answer)),
    };

    public static (Judgement Judgement, AnswerReading? Reading) Fit(Answer answer, string method) =>
        answer is not Answer.Unusable && IsBlank(answer)
            ? (Judgement.Missing, null)
            : (Judgement.Unreadable(Messages.MethodWanted(method)), Reading(answer));

    private static bool IsBlank(Answer answer) => string.IsNullOrWhiteSpace(AnswerReadings.Given(answer));

    private static AnswerReading Reading(Answer answer) => AnswerReadings.OfText(AnswerReadings.Given(answer));
}
