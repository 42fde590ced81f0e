using Formulas.Text;

namespace Grader.Drawing;

/// <summary>A box to be placed. Lengths here and below are in pixels.</summary>
public sealed record BoxSize(string Id, double Width, double Height);

/// <summary>An arrow to be drawn from one box to another.</summary>
/// <param name="Place">Which of the target's inputs it is, from 0; several arrows may join the same two boxes.</param>
/// <param name="LabelWidth">The room for its label; 0 for none.</param>
public sealed record Arrow(string From, string To, int Place, double LabelWidth);

public sealed record Point(double X, double Y);

/// <param name="X">Of the left side.</param>
/// <param name="Y">Of the upper side.</param>
public sealed record Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleY => Y + (Height / 2);

    public bool Overlaps(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

/// <param name="Layer">From 0 on the left.</param>
public sealed record PlacedBox(string Id, int Layer, Area Area);

/// <param name="Points">Where it runs, from the source's right side to the target's left; it never goes back to the left.</param>
/// <param name="Label">The room for its label, beside the target; null for none.</param>
/// <param name="IsTurned">It closes a circle, so it is drawn the other way round: its points lead from the target to the source.</param>
public sealed record PlacedArrow(Arrow Arrow, EquatableList<Point> Points, Area? Label, bool IsTurned);

/// <summary>A graph with every box and arrow in its place.</summary>
public sealed record Layout(EquatableList<PlacedBox> Boxes, EquatableList<PlacedArrow> Arrows, double Width, double Height);
