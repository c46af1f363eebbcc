//! Beginnings or endings of words, with what they mean.

use crate::blob::{Reader, Table, View, Writer};

/// How many bytes there are.
const BYTES: u32 = 256;

/// Affixes as a tree over their bytes: first the node of each byte with which one begins, then the nodes, each a list
/// of its steps (byte and node) behind what ends there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Affixes {
    nodes: Table,
    lists: Table,
}

/// Affixes as they are gathered.
#[derive(Debug, Default)]
pub(crate) struct AffixesDraft {
    all: Vec<(Vec<u8>, u32)>,
}

impl AffixesDraft {
    /// Adds the bytes of an affix in the order in which they will be met.
    pub(crate) fn insert(&mut self, bytes: Vec<u8>, entry: u32) {
        self.all.push((bytes, entry));
    }

    pub(crate) fn write(mut self, out: &mut Writer) {
        self.all.sort_by(|a, b| a.0.cmp(&b.0));
        let (mut nodes, mut lists) = (Vec::new(), vec![0]);
        if !self.all.is_empty() {
            nodes.resize(BYTES as usize, 0);
        }
        for step in self.all.chunk_by(|a, b| a.0[0] == b.0[0]) {
            nodes[usize::from(step[0].0[0])] = tree(step, 1, &mut nodes, &mut lists);
        }
        out.table(&nodes);
        out.table(&lists);
    }
}

/// Writes the node of all affixes that are the same up to a depth; gives its place.
fn tree(all: &[(Vec<u8>, u32)], depth: usize, nodes: &mut Vec<u32>, lists: &mut Vec<u32>) -> u32 {
    let ended = all.iter().take_while(|(affix, _)| affix.len() == depth).count();
    let list = if ended == 0 { 0 } else { lists.len() as u32 };
    if ended > 0 {
        lists.push(ended as u32);
        lists.extend(all[..ended].iter().map(|(_, entry)| *entry));
    }
    let steps: Vec<_> = all[ended..].chunk_by(|a, b| a.0[depth] == b.0[depth]).collect();
    let node = nodes.len();
    nodes.extend([list, steps.len() as u32]);
    nodes.resize(node + 2 + 2 * steps.len(), 0);
    for (place, step) in steps.into_iter().enumerate() {
        let to = tree(step, depth + 1, nodes, lists);
        nodes[node + 2 + 2 * place] = step[0].0[depth].into();
        nodes[node + 3 + 2 * place] = to;
    }
    node as u32
}

impl Affixes {
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self { nodes: from.table(), lists: from.table() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.len() == 0
    }

    /// Whether one may begin with a byte of a word in any case: beyond ASCII that is not known.
    #[inline]
    pub(crate) fn may_begin(&self, byte: u8) -> bool {
        !byte.is_ascii() || self.nodes.view().get(byte.to_ascii_lowercase().into()) != 0
    }

    /// The list of what the longest affix of a word means; it is shorter than the word. 0 is empty.
    pub(crate) fn find(&self, bytes: impl ExactSizeIterator<Item = u8>) -> u32 {
        let nodes = self.nodes.view();
        let (mut node, mut best): (u32, u32) = (0, 0);
        if !self.is_empty() {
            let inside = bytes.len().saturating_sub(1);
            for byte in bytes.take(inside) {
                node = if node == 0 { nodes.get(byte.into()) } else { step(nodes, node, byte) };
                if node == 0 {
                    break;
                }
                best = if nodes.get(node) == 0 { best } else { nodes.get(node) };
            }
        }
        best
    }

    /// What a list says.
    pub(crate) fn list(&self, list: u32) -> impl Iterator<Item = u32> + use<'_> {
        self.lists.view().list(list)
    }
}

/// The node to which a byte goes on, 0 if none.
fn step(nodes: View<'_>, node: u32, byte: u8) -> u32 {
    let steps = (0..nodes.get(node + 1)).map(|place| node + 2 + 2 * place);
    steps.into_iter().find(|&at| nodes.get(at) == u32::from(byte)).map_or(0, |at| nodes.get(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest() {
        let mut draft = AffixesDraft::default();
        for (affix, entry) in [("minister", 1), ("ter", 2), ("minister", 3), ("möte", 4)] {
            draft.insert(affix.bytes().rev().collect(), entry);
        }
        let mut out = Writer::default();
        draft.write(&mut out);
        AffixesDraft::default().write(&mut out);
        let mut from = Reader::of(&out.bytes);
        let affixes = Affixes::read(&mut from);
        let check = |word: &str| affixes.list(affixes.find(word.bytes().rev())).collect::<Vec<_>>();
        assert_eq!(check("utrikesminister"), [1, 3]);
        assert_eq!(check("minister"), [2]);
        assert_eq!(check("ter"), [0; 0]);
        assert_eq!(check("toppmöte"), [4]);
        assert_eq!(check("stop"), [0; 0]);
        assert_eq!(Affixes::read(&mut from).find("x".bytes()), 0);
        assert_eq!(Affixes::default().find("x".bytes()), 0);
    }
}
