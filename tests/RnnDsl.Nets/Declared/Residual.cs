namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A layer over any cell, and over a layer over any cell: what a user writes.</summary>
[Layer]
public partial class Residual<TCell, H>
    where TCell : ICell<H, H>
    where H : IDim
{
    TCell cell;
    RnnDsl.Layers.Bidirectional<TCell, H, H> both;

    public Seq<H> Apply(Seq<H> xs) => xs + cell.Scan(xs);

    public Seq<Cat<H, H>> Ways(Seq<H> xs) => both.Apply(xs);
}
