using System.Diagnostics;
using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Methods;
using Grader.Running;
using Protocol;

namespace Grader.Programs;

/// <summary>
/// Calls a student's methods at all points that a worksheet asks for. First the inputs that everybody may see, then the hidden ones,
/// then all of them once more in another process and in the opposite order, where chance and memory of earlier calls show.
/// </summary>
internal sealed class ProgramRunner(ProgramSession session)
{
    /// <returns>Why the program cannot be run, or the records by part.</returns>
    /// <exception cref="BoxFaultException">No box can be had; never the student's fault.</exception>
    public Outcome Run(IReadOnlyList<MethodQuestion> questions)
    {
        switch (session.Load())
        {
            case LoadOutcome.Refused refused:
                return new Outcome.Refused(new("not-loadable", refused.Sentence));
            case LoadOutcome.Died died:
                return new Outcome.Refused(ProgramMessages.Died(died.Cause, "The program could not even be loaded."));
            case LoadOutcome.Loaded loaded:
                var asked = questions.Select(question => new Asked(question, MethodBinding.Of(question.Contract, loaded.Methods))).ToList();
                CallAll(asked);
                return new Outcome.Ran(asked.ToDictionary(one => one.Question.Contract.PartId, one => one.Record()), loaded.Warnings.ToEquatableList());
            default:
                throw new UnreachableException();
        }
    }

    private void CallAll(List<Asked> asked)
    {
        foreach (var one in asked) one.Call(session, one.First, one.PlacesWhere(point => point.IsPublic));
        session.KeepPublicPrints();
        foreach (var one in asked) one.Call(session, one.First, one.PlacesWhere(point => !point.IsPublic));
        var repeated = asked.Where(one => one.MayBeRepeated).Reverse().ToList();
        if (repeated.Count == 0) return;
        session.StartAfresh();
        foreach (var one in repeated) one.Call(session, one.Second, one.PlacesWhere(_ => true).Reverse());
    }

    /// <summary>What came of a program.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Refused(Feedback Reason) : Outcome;

        public sealed record Ran(IReadOnlyDictionary<string, MethodRecord> Methods, EquatableList<string> Warnings) : Outcome;
    }

    /// <summary>A question, the method found for it, and what the method did so far.</summary>
    private sealed class Asked(MethodQuestion question, MethodBinding binding)
    {
        public MethodQuestion Question => question;

        public MethodOutcome[] First { get; } = NotCalled(question.Points.Count);

        public MethodOutcome[] Second { get; } = NotCalled(question.IsRepeated ? question.Points.Count : 0);

        public bool MayBeRepeated => question.IsRepeated && binding is MethodBinding.Bound && First.All(outcome => outcome is MethodOutcome.Returned);

        public IEnumerable<int> PlacesWhere(Func<MethodPoint, bool> holds) =>
            Enumerable.Range(0, question.Points.Count).Where(i => holds(question.Points[i]));

        /// <summary>Until something other than a value comes back: that is enough to judge the method by.</summary>
        public void Call(ProgramSession session, MethodOutcome[] outcomes, IEnumerable<int> places)
        {
            if (binding is not MethodBinding.Bound bound || outcomes.Any(outcome => outcome is not (MethodOutcome.Returned or MethodOutcome.NotCalled))) return;
            foreach (var place in places)
            {
                if (session.Call(bound, question.Points[place].Inputs, question.Contract.Result) is not { } outcome) return;
                outcomes[place] = outcome;
                if (outcome is not MethodOutcome.Returned) return;
            }
        }

        public MethodRecord Record() => binding switch
        {
            MethodBinding.Absent absent => new MethodRecord.Absent(absent.Similar?.ToString()),
            MethodBinding.Unfit unfit => new MethodRecord.Unfit(
                unfit.Found[0].ToString(),
                MethodMessages.WrongSignature(unfit.Reason, question.Contract, unfit.Found.Select(found => found.ToString()))),
            MethodBinding.Bound bound => new MethodRecord.Ran(bound.Method.ToString(), First.ToEquatableList(), Second.ToEquatableList()),
            _ => throw new UnreachableException(),
        };

        private static MethodOutcome[] NotCalled(int count) => [.. Enumerable.Repeat(new MethodOutcome.NotCalled(), count)];
    }
}
