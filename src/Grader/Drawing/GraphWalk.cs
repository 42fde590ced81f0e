using Formulas.Text;

namespace Grader.Drawing;

/// <summary>One graph drawn once and walked through: each step adds the values or derivatives that carry its number.</summary>
/// <param name="Description">What the drawing shows, for those who do not see it.</param>
/// <param name="Steps">Numbered from 0 in their order.</param>
public sealed record GraphWalk(GraphPicture Picture, string Description, EquatableList<WalkStep> Steps);

/// <param name="Lines">What is worked out in this step, each a calculation.</param>
public sealed record WalkStep(string Title, EquatableList<string> Lines);
